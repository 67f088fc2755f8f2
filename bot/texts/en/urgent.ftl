# Somebody in danger: the citizen is asked, the duty officers are called. The duty rota; who stands in for whom.

danger-ask =
    <b>Is anyone in danger right now?</b> If so, please call at once: { $numbers }.
    Please press one below. Without an answer in three minutes I take it as a yes, submit this as it stands, and call the officers on duty.
button-danger-yes = Yes
button-danger-no = No, it can wait
button-danger = Someone is in danger

page-citizen-now =
    { $called ->
        [yes] The officers on duty are being called to look at this first.
       *[no] This has been passed on to the office.
    } <b>If it is urgent, please phone first:</b> { $numbers }.
page-citizen-care =
    { $called ->
        [yes] The officers on duty are being asked to look.
       *[no] This has been passed on to the office.
    } <b>When it is hard, please talk to someone first:</b> { $numbers }. Somebody answers at any time.
page-citizen-unanswered = I have called the officers on duty { $rounds } times for <b>{ $number }</b>. Nobody has answered yet, and I keep calling. Please don’t wait for me alone: if there is danger, or if it is hard, phone first: { $numbers }.
page-citizen-answered = Somebody on duty has seen <b>{ $number }</b> and is dealing with it. If anything changes, write it here; if it is urgent, phone first: { $numbers }.

page-head = 🚨 <b>Emergency: { $number }</b>, call no. { $round }
page-why =
    { $why ->
        [care] What the citizen writes is worrying: they may want to harm themselves. Be kind, and keep them talking.
        [citizen] The citizen says that someone is in danger now.
        [silence] Someone may be in danger: the words sound like it; the citizen was asked and has not answered.
       *[words] The citizen’s words speak of danger.
    }
page-place = 📍 { $place }
page-how = You will be called again until somebody answers. Answering is not claiming; to work on it yourself, press “Claim” afterwards.
button-page-answer = Got it, I’ll see to it
button-page-open = Open the card
page-group = 🚨 <b>Emergency: { $number }</b>, { $mentions }, a private message does not reach you. Please look at the card here and act now.
page-nobody = 🚨 <b>Emergency: { $number }</b>. Nobody on duty can be reached. Whoever sees this, please act now.
page-again = { $number }: nobody answered call no. { $round }, so there was another.
page-ended =
    { $how ->
        [mine] <b>{ $number }</b>: you answered at { $at }, and nobody else is called. Please act now.
        [answered] <b>{ $number }</b>: { $name } answered at { $at } and sees to it.
        [claimed] <b>{ $number }</b>: { $name } claimed it at { $at }.
       *[other] <b>{ $number }</b> is now “{ $status }”; the calls have ended.
    }
card-paged = 🚨 { $at }: duty officers called, call no. { $round }. Nobody has answered yet.
card-page-answered = 🚨 { $name } ({ $staff }) answered the call at { $at }.
toast-page-answered = You have it; nobody else is called
refused-page-answered = { $name } already has this call.

duty-head = <b>{ $office }</b>: on duty. Shifts A and B take turns.
duty-now = Now shift { $shift } (until { $until }): { $names }
duty-next = Then shift { $shift }: { $names }
duty-nobody = nobody yet
duty-away =
    { $deputy ->
        [none] { $name } (away)
       *[other] { $name } (away, { $deputy } stands in)
    }
duty-without = While nobody is on duty, emergencies go to the head of the office, then to the supervisors, then to the administrators.
button-duty-set = Set shift { $shift }
button-duty-done = Done
duty-set = <b>{ $office }</b>, shift { $shift }: press a name to put somebody in, again to take them out.
duty-no-staff = <b>{ $office }</b> has no staff yet (shift { $shift }). Invite them with /invite.
duty-which = Whose duty rota?

away-until = { $who }, until which day are you away? Today counts as the first. For another day write /away 11-30; a deputy’s staff number may follow.
button-away-today = Today
button-away-three = 3 days
button-away-week = A week
button-away-back = I am back
away-who = { $name } is away until { $until } inclusive. Who stands in? Emergency calls and reminders go to the deputy.
away-alone = { $name } is away until { $until } inclusive. No colleague can stand in now; emergency calls pass you over.
away-with-deputy = { $name } is away until { $until } inclusive; { $deputy } stands in. Emergency calls and reminders go to the deputy.
away-back = { $name } is back.
away-deputy = { $name } is away until { $until } inclusive and asks you to stand in. Emergency calls and reminders go to you.
away-deputy-free = You no longer stand in for { $name }.
refused-not-ahead = That day is past, or more than a year ahead. Please choose another.
refused-no-such-colleague = No such colleague, or they are away, too. Please give a colleague’s staff number or name.
