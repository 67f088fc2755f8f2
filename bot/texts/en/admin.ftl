# To administrators.

role-clerk = clerk
role-lead = head of office
role-checker = on-site checker
role-dispatcher = dispatcher
role-supervisor = supervisor
role-admin = administrator

welcome-staff =
    Welcome, { $name }. You are now { $role } at <b>{ $office }</b>, staff no. { $staff }.
    { $group ->
        [yes] Cases arrive in your office’s group; please ask the administrator to add you to it.
       *[no] Your office has no group yet, so the General Desk or the administrators look after its cases for now.
    }
    /help shows how it works.
welcome-city =
    Welcome, { $name }. You are now { $role } for the whole { $unit }, staff no. { $staff }.
    /help shows how it works.
invite-example = clerk Education Bureau (or send /invite alone, and choose)
invite-used =
    { $name } (staff no. { $staff }) has accepted the invitation: { $role }, { $office }.
    If this is not whom you invited, send /staff { $staff } and press “Leaves”.
invite-which = Whom do you want to invite? Choose a role, then an office.
invite-office = To which office?
bind-which = Which office does this group belong to?
bind-only-group = Please send /bind in the office’s group. If there is none, make one and add me to it.
bind-done =
    This is now the group of <b>{ $office }</b>. { $count ->
        [0] No cases are open.
        [one] 1 case is open; its card follows here.
       *[other] { $count } cases are open; { $much ->
            [yes] the most urgent are posted here first.
           *[no] their cards follow here.
        }
    }
    New cases arrive by themselves. To answer a citizen, reply to the card.
bind-moved = This group became a supergroup. It is still bound to its office, and the cards follow here.
group-hello = Hello, I am Minsheng, the help desk of { $city }. An administrator can send /bind here to bind this group to an office.
group-stranger = This bot only works for the offices of { $city }, so I am leaving the group. If you need me here, please ask an administrator.
group-private = To tell us about a problem, please write to me in private, where the group can’t see it.
group-private-button = Write in private
group-lost = ⚠️ I am no longer in the group of { $offices }. The General Desk or the administrators look after the cases for now. Please add me to that group again, and the cards come back; in a new group, send /bind.
dead-letter = ⚠️ A message could not be handled and was put aside as { $reference }. If a citizen sent it in private, I have apologised to them. Please have the log looked at; after the mend, minsheng again { $reference } hands it in again.
dead-letter-again = ⚠️ { $reference } was handed in again and failed again. It is still there, and its sender was not told. Please have the log looked at.
admin-not-sent = ⚠️ Telegram does not take a message ({ $purpose }): { $why }
calendar-unpublished =
    ⚠️ This version does not know yet which weekends are worked in exchange for holidays in { $year }. Until it does, { $year } is counted with plain weekends and the statutory holidays, and due dates may be off by a day or two.
    Once they are published, please upgrade, or put the days into [calendar.exceptions] of config.toml, and restart; due dates are then worked out anew.
first-admin =
    The first administrator: in Telegram, open { $link } ({ $hours ->
        [one] valid for 1 hour
       *[other] valid for { $hours } hours
    }, works once)
command-start = Start
command-mycases = My requests
command-case = See one request
command-withdraw = Withdraw one request
command-remind = Remind the office
command-summary = Figures, and what is overdue
command-supervise = Put under supervision
command-escalate = Escalate
command-takeover = A leader takes it over
command-help = Help
command-queue = My office’s cases
command-claim = Claim a case
command-reply = Reply to the citizen
command-ask = Ask the citizen
command-transfer = Transfer a case
command-return = Send a case back
command-extend = Ask for more time
command-defer = Ask to put a case off
command-support = Contributing offices
command-handover = Hand a case to a colleague
command-decline = Don’t take a case up
command-invite = Make an invitation link
command-complex = Call a case complex
command-template = Reply templates
command-merge = Merge cases
command-split = Split a case
command-duty = Who is on duty
command-away = I am away; name a deputy
command-bind = Bind this group to an office
command-status = How things are running
