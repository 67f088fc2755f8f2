# What staff did last; a word from an admin to all of them.

command-audit = What staff did last
audit-head =
    { $of ->
        [person] <b>What staff number { $which } did</b>, page { $page }
        [case] <b>What was done about { $which }</b>, page { $page }
       *[all] <b>What staff did last</b>, page { $page }
    }
audit-line = { $at } { $who }: { $what }
audit-nothing = Nothing on record.
audit-how = One person only: /audit and the staff number or name. One case only: /audit and its number.
audit-somebody = somebody not on the list
audit-desk = The desk
act-case =
    { $to ->
        [none] { $number }, { $done }
       *[other] { $number }, { $done } → { $to }
    }
act-filed = filed it
act-grant = gave { $person } a role: { $role }
act-revoke = took a role from { $person }: { $role }
act-invite = made an invitation: { $role }
act-invite_withdrawn = took an invitation back: { $role }
act-bind = bound a group to { $office }
act-duty =
    { $on ->
        [yes] put { $person } into shift { $shift } of { $office }
       *[no] took { $person } out of shift { $shift } of { $office }
    }
act-away = away until { $until }
act-back = came back
act-retrain = retrained the model, in use { $model }
act-discard-model = did not use the new model { $model }
act-switch-model = changed the model to { $model }
act-knowledge = wrote a knowledge card
act-knowledge-retired = took a knowledge card out of use
act-template = kept a reply template: { $name }
act-template_removed = removed a reply template
act-recorded = recorded { $number } for a caller
act-export = exported the file of { $number }
act-broadcast = told { $count } people ({ $office }): { $text }

command-broadcast = Tell all staff
broadcast-example = Maintenance tomorrow from 9 to 10; please don’t work on cases then.
broadcast-body =
    📢 { $text }

    — { $name }
broadcast-preview =
    { $whom ->
        [all] To all staff but you: { $count }. This is exactly what they will read:
       *[other] To the staff of { $whom } but you: { $count }. This is exactly what they will read:
    }
broadcast-night = It is outside working hours. It can wait until { $at }.
button-broadcast = Send now, to { $count }
button-broadcast-anyway = Send now all the same, to { $count }
button-broadcast-morning = Send { $at }
button-broadcast-to = Choose who gets it
button-broadcast-all = Everybody
button-broadcast-stop = Don’t send it
broadcast-whom = Who gets it?
broadcast-scheduled = It will go out { $at } (recipients: { $count }). I will tell you how it went.
broadcast-sending = It is going out (recipients: { $count }). I will tell you how it went.
broadcast-cancelled = Not sent.
broadcast-replaced = You wrote another one; this one was not sent.
broadcast-below = The rest has come too. The preview of the whole is below.
broadcast-too-long = This is too long and was not sent: { $limit } characters at most. Please shorten it and write /broadcast again.
broadcast-name = Notice
broadcast-dropped = This one was not sent: there is nobody to send it to, or its sender is no longer an administrator.
broadcast-result =
    { $count ->
        [one] 1 person got it.
       *[other] { $count } people got it.
    }
broadcast-lost = Out of reach, please tell them in another way ({ $count }): { $names }
broadcast-waiting = Telegram has not answered yet for { $count }; sending goes on.
