# Who is complained about, and who therefore does not see a case.

do-accuse = Complained about…
button-accused-yes = Yes
button-accused-no = No
button-accused-other = Change…
button-accused = { $chosen ->
        [yes] ✓ { $office }
       *[no] { $office }
    }
button-accused-none = No office
accused-likely = Seems to complain about: { $offices }. Once you say yes, that office does not see this case.
accused-card = Complains about: { $offices } (does not see this case)
accused-which = Which office does <b>{ $number }</b> complain about? Tap to choose, tap again to undo. That office and those below it do not see the case.
accused-done = <b>{ $number }</b> complains about: { $offices }. From now on these offices and those below them do not see it.
accused-none = <b>{ $number }</b>: no office is complained about.
accused-over = This was taken back.
accused-aside = ⚠️ Somebody in the group of { $office } must not see this case, so it comes here.
accused-draft = This seems to be about <b>{ $office }</b> itself. It will not go straight to them: the <b>General Desk</b> reads it first and decides where it goes.
accused-refused = This case complains about { $office }: it can’t be given to them.
accused-own-office = This case may complain about your own office. Another dispatcher or supervisor has to decide that.
accused-nobody-left = Then nobody could see this case. Ask an administrator to invite a supervisor who does not belong to these offices first.
toast-accused = Done: that office no longer sees it
toast-accused-none = Noted: no office is complained about
