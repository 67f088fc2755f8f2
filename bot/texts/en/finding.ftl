# /my and /find

command-my = My cases
command-find = Find a case
my-head = <b>{ $name }</b> · { $tab } { $count }
my-empty = You have no open case at the moment.
my-elsewhere = { $count ->
        [one] 1 more is not shown in this group
       *[other] { $count } more are not shown in this group
    }; send me /my in private to see all.
button-back-to-list = ← Back to the list
button-newest = Back to the newest
find-how = Please write /find WORDS (two characters at least, put a space between several), /find NUMBER, or /find and the last four digits of a phone number.
find-head = { $how ->
        [tail] Cases with a phone number ending in <b>{ $what }</b>, newest first:
        [number] Number <b>{ $what }</b>:
       *[words] Cases with “<b>{ $what }</b>”, newest first:
    }
find-nothing = { $how ->
        [tail] No case that you can see has a phone number ending in <b>{ $what }</b>.
        [number] No case that you can see has the number <b>{ $what }</b>.
       *[words] No case that you can see has “<b>{ $what }</b>”. Try fewer words; confidential cases are found by their number only.
    }
find-no-more = There are no earlier ones.
find-line = <b>{ $number }</b> · { $status } · { $office } · { $filed }{ $headline ->
        [none] {""}
       *[other] {" · "}{ $headline }
    }
find-part = ↳ { $before }<b>{ $words }</b>{ $after }
refused-not-your-list = This is { $name }’s list. For your own, send /my or /find.
