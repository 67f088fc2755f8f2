# QR codes of places: made, renamed and withdrawn by admins; opened by citizens.

place-made =
    The QR code of “{ $name }” is ready (code { $code }). Print the picture below and put it up there, or send the link:
    { $link }
    Whoever opens it has the place filled in and only writes what is wrong. To rename it, send: /place { $code } new name.
place-again =
    “{ $name }” (code { $code }):
    { $link }
    Below is the picture to print. To rename it, send: /place { $code } new name.
place-renamed = Code { $code } is now called “{ $name }”. QR codes that hang there go on working.
place-withdrawn = The QR code of “{ $name }” (code { $code }) is withdrawn; whoever opens it is told so. You can take the sign down.
place-list = QR codes in use. Press one for its link and picture. To make a new one, send: /place followed by the name.
place-more = Only the newest { $count } are listed.
place-none = There are no QR codes of places yet. Send “/place” and a name to make one, for example: /place People’s Park, south gate.
place-too-long = The name of a place has at most { $limit } characters; this one has { $length }. Please make it shorter.
place-opened =
    You opened the QR code of “<b>{ $place }</b>”, so I know the place.
    Please write what is wrong; photos are fine too. If you are somewhere else, just say where.
    If somebody is in danger, please call first: { $numbers }.
place-unknown = This QR code is no longer in use, or incomplete. Please just write where it is and what is wrong.
place-at = 📍 { $place }
button-place = { $name } ({ $code })
button-place-off = Withdraw this QR code
command-place = QR codes of places
