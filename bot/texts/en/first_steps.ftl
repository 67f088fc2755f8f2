# What goes wrong easily while an admin sets up a city: what is said, and what to do next.

refused-same-invitation = You came in by this invitation already, so there is no need to open it again. /help says how things work.
refused-several-departments = More than one is called “{ $name }”: { $names }. Please write the whole name.
refused-nobody-of-that-name = Nobody here is called “{ $name }”, and no office either. /staff lists all.
refused-whole-city = The role “{ $role }” is for the whole { $unit }, without an office: /invite { $role }. For somebody who works in one office, choose clerk, head of office or on-site checker.
group-private-staff = Please send me this command in private, where the group can’t read along.
bind-also = This group gets the requests of { $offices } already. If that was a mistake, undo it with the button below.
button-unbind = No more requests of { $office }
bind-undone = This group gets no more requests of <b>{ $office }</b>; the General Desk or the administrators get them for now. To choose another group, send /bind there.
bind-elsewhere = <b>{ $office }</b> has another group now. Its requests go there, and no longer here.
act-unbind = unbound a group from { $office }
dept-how = To change { $office }, say what: rename, short, parent, level, domains, topics, districts, aliases, phone, approval, check, or close. For example: /dept { $office } phone 0000-8880102
dept-bad-called-so = “{ $name }” is a name, short name or alias of { $office } already; nobody could tell them apart. Please choose another, for example with the county in front.
dept-new-place = A new place: { $places }. No other office has it, so please check the spelling.
dept-others-placeless = ⚠️ With this, { $offices } would have no place any more, and nothing from there would come straight to them. Please give them their places first.
dept-topics-nobody = No office will have { $topics } then; the General Desk passes such requests on.
broadcast-nobody = There is nobody else to send it to. Choose others, or invite staff with /invite.
refused-card-end = A card ends on a day to come, with its year, month and day, for example: until: 2027-12-31. Without that line it doesn’t end.
refused-no-such-place = There is no code { $code }, or it is no longer in use. /place lists those that are.
refused-dispatchers-only = Only dispatchers and administrators do this.
act-place =
    { $name ->
        [none] withdrew the code of a place
       *[other] made or renamed the code of a place: { $name }
    }
act-called = telephoned about { $number }
act-not_reached = telephoned about { $number }, and nobody answered
act-phone = changed the phone they share
