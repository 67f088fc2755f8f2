# /status: all is well, or what needs a look.

status =
    { $count ->
        [0] <b>How things are running</b> { $now }: all is well.
        [one] <b>How things are running</b> { $now }: one thing needs a look.
       *[other] <b>How things are running</b> { $now }: { $count } things need a look.
    }
status-dead =
    ⚠️ { $count ->
        [one] One message could not be handled
       *[other] { $count } messages could not be handled
    } in the last seven days; they are put aside, and the senders got an apology. Please have the log looked at; after the mend they can be handed in again (minsheng dead).
status-refused =
    ⚠️ Telegram did not take { $count ->
        [one] one message
       *[other] { $count } messages
    } in the last seven days; the office or the administrators were told each time.
status-slow-in = ⚠️ { $count ->
        [one] One message waits
       *[other] { $count } messages wait
    } to be handled. Look again in a few minutes; if there are more, please have the log looked at.
status-slow-out = ⚠️ { $count ->
        [one] One message waits
       *[other] { $count } messages wait
    } to be sent. A group takes only 20 a minute, so it mostly passes; after a lost network they go on by themselves.
status-lost = ⚠️ I can’t get into the groups of these offices, or may not write there: { $offices }. Please add me again, then send /bind in the group.
status-nobody = ⚠️ Nobody works on cases at: { $offices }. /invite makes a link.
status-unbound = ⚠️ Offices without a group: { $offices }. The General Desk or the administrators get their cases for now. Make a group, add me, and send /bind there.
status-late =
    ⚠️ { $count ->
        [one] One case is overdue
       *[other] { $count } cases are overdue
    }: { $offices }. /summary has the figures of each office.
status-more = { $names } and others, { $count } in all
status-work = <b>Cases in work</b>
status-idle = No case is in work now.
status-line = { $office }: { $counts }{ $days ->
        [0] {""}
        [one] , the oldest 1 day
       *[other] , the oldest { $days } days
    }
status-model = The model that tells domains apart: { $model }
