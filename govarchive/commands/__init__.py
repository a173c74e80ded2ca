"""The command line. Each module here is one command: it reads options, hands the work down, prints the answer."""
