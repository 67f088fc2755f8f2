# What citizens read about themselves: what staff see, who looked; the phone they share or take back.

privacy =
    <b>What staff can see</b>
    · What you write, your photos, files and locations. Phone and identity numbers in them are partly hidden.
    · They do not see your Telegram name, account or picture.
    · Requests are kept on record for good and are not deleted automatically. What you cancel before submitting goes to no office.
privacy-phone =
    You shared your phone number: { $phone }. Staff see it like this, with the middle hidden. The person who handles your request can open it in full to reach you, and each look is on record.
    If you take it back, they no longer see it. What was already seen can’t be undone.
privacy-no-phone = You have not shared a phone number by itself. To share it, press 📎, choose “Contact” and send your own.
privacy-looks = <b>Who looked at your contact details or confidential words</b>
privacy-look =
    · { $at }, { $office }, staff no. { $staff }: { $what ->
        [contact] contact details
       *[text] confidential words
    } of { $number }
privacy-no-looks = Nobody has looked at your contact details or confidential words. If somebody does, it is listed here.
privacy-seal = Groups see only the number and the subject of a confidential request; only those who deal with it (handler, dispatchers, supervisors, whoever approves the answer or takes an emergency call) can open it. While you are writing, press “🔒 Confidential” under the draft. Submitted requests that can still be changed are below.
privacy-phone-gone = Your phone number is taken back; staff don’t see it from now on. To share it again, send your own contact once more.
privacy-phone-none = You are not sharing a phone number at the moment, so there is nothing to take back.
button-phone-back = Take back my number
button-seal-case = 🔒 Confidential { $number } { $headline }
button-unseal-case = 🔓 Not confidential { $number } { $headline }
phone-shared =
    I have noted your phone number: { $phone }. Staff see it like this; the person who handles your request can open it in full to reach you, and each look is on record. { $drafting ->
        [yes] What you wrote stands below: write on, or press “Submit”.
       *[no] If something is wrong, just write it here.
    }
contact-of = Contact: { $name }, phone: { $phone }
album-late =
    { $count ->
        [one] One file of the same album came late; it is kept too, with <b>{ $number }</b>.
       *[other] { $count } files of the same album came late; they are kept too, with <b>{ $number }</b>.
    }
