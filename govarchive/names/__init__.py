"""The recogniser of names of people: every run of capitalised words is weighed, by its words and by its surroundings.

`runs` cuts a folded text into runs, `lexicon` says what a word may be (by list and by shape), `evidence` reads what
stands beside a run, `finder` decides, `citation` makes the normal form, `role_words` knows roles and titles.
No name has to be in a list: a surname's ending, a title, a role or a neighbouring name will do.

Running text has names that no rule knows: `features` says what a page shows of a word, `tagger` holds the weights of
the trained model, `recogniser` reads a page with them, and `decision` is where rules and model meet (`docs/names.md`).
"""
