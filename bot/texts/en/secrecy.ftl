# What is told in confidence, and how to reach a citizen.

do-seal = Make confidential
do-reveal = Contact details
button-seal = 🔒 Confidential
button-seal-off = 🔓 Not confidential
button-sealed-text = Full text (in private)
seal-draft = 🔒 Confidential: groups see the number and the kind, not your words. Only those who deal with it (handler, dispatchers, supervisors, whoever approves the answer or takes an emergency call) can open them one by one, each time on record; and it is never merged with others’ cases or used as an example.
seal-receipt = 🔒 It is kept confidential: your words do not appear in groups.
seal-mine = 🔒 This case is confidential: your words do not appear in groups; only those who deal with it (handler, dispatchers, supervisors, whoever approves the answer or takes an emergency call) can open them, each time on record.
seal-done = <b>{ $number }</b> is confidential now: your words no longer appear in groups, and what was sent there is being taken back (what was read already, and files older than two days, can’t be). Work on it goes on; I’ll tell you when there is news.
seal-lifted = <b>{ $number }</b> is no longer confidential: the office in charge can read your words in its group.
seal-already = This case is confidential already.
seal-card = 🔒 <b>Confidential</b>: the words are not shown here. The handler reads them in private after claiming, and answers in private too.
seal-line = 🔒 Confidential
seal-over = This case is confidential now; this was taken back.
seal-text = 🔒 <b>{ $number }</b> (confidential, please don’t forward):
seal-not-here = This case is confidential: it is not read or written about in a group. To read it press “Full text (in private)”; answer it in your private chat with me.
seal-not-yours = This case is confidential: only the handler who claimed it, dispatchers, supervisors and others who deal with it can read it.
toast-sealed = Confidential now
toast-unsealed = No longer confidential
toast-private = Sent to your private chat with me; this look is on record
reveal-contact = <b>{ $number }</b>: the numbers that the citizen left (only for this case; this look is on record):
reveal-nothing = The citizen left no phone or identity number.
reveal-no-private = I can’t write to you in private. Open a private chat with me, press Start, then try again.
reveal-not-yours = Only the one who works on this case can see the contact details.
reveal-head = <b>{ $number }</b> was looked at { $count ->
        [one] once
       *[other] { $count } times
    }, the latest first:
reveal-line = { $at } { $name } ({ $staff }): { $what ->
        [contact] contact details
       *[text] confidential text
    }
reveal-none = <b>{ $number }</b>: nobody has looked at the contact details or at confidential text.
toast-write-private = Confidential: please write in your private chat with me
list-over =
    Something in this list was taken back, so the list is closed.{ $again ->
        [yes] {" "}Press “Look again” to see it as it is now.
       *[no] {""}
    }
button-list-again = Look again
seal-returned = { $at } { $office } sent it back: { $text }
seal-noted =
    { $at } { $office ->
        [none] Note
       *[other] { $office } contributes
    }: { $text }
seal-proposed = Waiting for approval: { $what }. { $text }
seal-answered = The office’s answer: { $text }
seal-objected = The citizen does not accept it: { $text }
approve-sealed = 🔒 This case is confidential: what the citizen wrote and what you are asked about are not shown here. Press “Full text (in private)” and read it before you decide; each look is on record.
page-sealed = 🔒 This case is confidential: what the citizen wrote is not shown here. Press “Got it, I’ll see to it” first, then “Full text (in private)”; each look is on record.
