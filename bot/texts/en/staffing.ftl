# Who works here: the list, other roles, other offices, leaving.

command-staff = Who works here
staff-head =
    { $office ->
        [all] <b>Staff</b>, { $count ->
            [one] 1 person
           *[other] { $count } people
        } in all
       *[other] <b>{ $office }</b>: { $count ->
            [one] 1 person
           *[other] { $count } people
        }
    }
staff-office = <b>{ $office }</b>
staff-of-city = The whole { $unit }
staff-line = { $name } ({ $staff }) { $role }{ $state }
staff-nobody = Nobody here yet. /invite makes a link.
staff-called = { $name } ({ $staff })
staff-role = { $role }, { $office }
staff-in-hand =
    { $count ->
        [one] 1 open case
       *[other] { $count } open cases
    }
staff-on-duty = on duty now
staff-away =
    { $deputy ->
        [none] away until { $until }
       *[other] away until { $until }, { $deputy } stands in
    }
staff-unreachable = out of reach
staff-out-of-reach = ⚠️ I can’t write to them: they have never opened a chat with me, or have stopped it.
staff-person = <b>{ $name }</b>, staff number { $staff }
staff-since = { $role } (since { $since })
staff-load =
    { $count ->
        [0] No open cases
        [one] 1 open case{ $late ->
            [0] {""}
           *[other] , overdue
        }
       *[other] { $count } open cases{ $late ->
            [0] {""}
           *[other] , { $late } overdue
        }
    }
staff-gone = No longer works here.
staff-own = This is you. Another administrator has to change your role or let you go.
button-staff = { $name } { $staff }
button-staff-list = Back to the list
button-staff-role = Change the role
button-staff-move = Move to an office
button-staff-add = Add an office
button-staff-out = They leave
button-staff-all = All of them: they leave
staff-which-role = { $name } ({ $staff }) has several roles. Which one changes?
staff-which-move = { $name } ({ $staff }) has several roles. Which one moves?
staff-which-out = { $name } ({ $staff }) has several roles. Which one ends?
staff-pick-role = { $name } ({ $staff }) is { $role } now. Which role instead?
staff-pick-office = At which office does { $name } ({ $staff }) become { $role }?
staff-cases =
    { $count ->
        [0] { $name } ({ $staff }) has open cases that you may not see.
        [one] { $name } ({ $staff }) has 1 open case to hand over:
       *[other] { $name } ({ $staff }) has { $count } open cases to hand over:
    }
staff-case = { $number } { $headline } · { $status }
staff-cases-more = and { $count } more
staff-whom = Who takes over? They can also go back to the office’s queue, for colleagues to claim.
button-staff-heir = { $name } { $staff }, open: { $count }
button-staff-queue = Back to the office’s queue
staff-sure =
    { $leaves ->
        [yes] Mark <b>{ $name }</b> ({ $staff }) as having left?
       *[no] Change the roles of <b>{ $name }</b> ({ $staff })?
    }
staff-sure-ends = No longer: { $roles }
staff-sure-begins = New: { $role }
staff-sure-cases =
    { $heir ->
        [none] Open cases back to the office’s queue: { $count }
       *[other] Open cases that go to { $heir }: { $count }
    }
staff-sure-no-cases = Nothing to hand over
staff-sure-writing = Answers written and not sent: { $count }. They are stopped, the citizens don’t get them
staff-sure-empty =
    { $lacks ->
        [lead] ⚠️ { $office } will be without a head
       *[nobody] ⚠️ { $office } will have nobody to work on cases
    }
staff-sure-told = They and the office’s group are told once, citizens are not. Nothing has changed yet.
button-staff-sure = Yes, change it
button-staff-sure-out = Yes, they leave
staff-done =
    { $roles ->
        [none] <b>{ $name }</b> ({ $staff }) has left.
       *[other] <b>{ $name }</b> ({ $staff }) now: { $roles }.
    }
staff-done-heir = Cases that went to { $heir }: { $count }.
staff-done-queue = Cases back in the queue: { $count }.
staff-done-stopped = Answers stopped just before they went out: { $count }. Their words are in the office’s group.
staff-done-groups = I can’t change who is in a group: please remove them from the office’s.
staff-you-left = Your work here has been handed over; you are no longer staff. Thank you. For a matter of your own, just write to me as anybody does.
staff-you-now = Your roles now: { $roles }. The command menu has changed with them; /help says how it works.
staff-news-joined = A new colleague: { $name } ({ $staff }), { $role }, { $office }.
staff-news-changed = { $name } ({ $staff }) is now { $role }, { $office }.
staff-news-left = { $name } ({ $staff }) no longer works for { $office }.
staff-news-cases = Cases of { $name } ({ $staff }) have been handed over.
staff-news-heir = To { $heir } ({ $count }): { $numbers }
staff-news-queue = Back in the queue, please claim them soon ({ $count }): { $numbers }
staff-news-remove = If they are still in this group, please remove them.
staff-numbers-more = { $numbers } and others, { $count } in all
staff-left-why = { $name } has left; the citizen did not get this answer.
staff-deputy-left = { $name } has left and can’t stand in for you any more. /away names somebody else.
refused-staff-self = You can’t change your own role. Another administrator has to.
refused-last-admin = This is the last administrator. First /invite another one.
refused-configured-admin = config.toml names them as an administrator (desk.admins); after a restart they would be one again. Have them taken out there first.
refused-staff-gone = That role is no longer there; another administrator may have changed it just now. Please send /staff again.
refused-staff-same = They have that role already.
