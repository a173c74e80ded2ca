filedesc://proba.arc 0.0.0.0 20040514141100 text/plain 69
1 0 Crawler
URL IP-address Archive-date Content-type Archive-length


http://gorno-selo.example/1 192.0.2.1 20040514141100 text/html 404
HTTP/1.1 200 OK
Content-Type: text/html
Content-Length: 339

<!doctype html><html><head><title>Община Горно Село, страница 1</title></head><body><p>Деловодство: тел. 094/ 60 12 01, заседание на 02.05.2015 г.</p><p>точка 7 от дневния ред точка 8 от дневния ред точка 9 от дневния ред</p></body></html>
http://gorno-selo.example/2 192.0.2.1 20040514141100 text/html -1
HTTP/1.1 200 OK
Content-Type: text/html
Content-Length: 342

<!doctype html><html><head><title>Община Горно Село, страница 2</title></head><body><p>Деловодство: тел. 094/ 60 12 02, заседание на 03.05.2015 г.</p><p>точка 14 от дневния ред точка 15 от дневния ред точка 16 от дневния ред</p></body></html>
http://gorno-selo.example/3 192.0.2.1 20040514141100 text/html 407
HTTP/1.1 200 OK
Content-Type: text/html
Content-Length: 342

<!doctype html><html><head><title>Община Горно Село, страница 3</title></head><body><p>Деловодство: тел. 094/ 60 12 03, заседание на 04.05.2015 г.</p><p>точка 21 от дневния ред точка 22 от дневния ред точка 23 от дневния ред</p></body></html>
