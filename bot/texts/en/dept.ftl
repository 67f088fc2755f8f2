# /dept: admins set up the offices.

command-dept = Set up offices
dept-list =
    <b>Offices</b> ({ $count })
    Tap one to look at it or change it, or write it, for example: <code>/dept Education Bureau phone 0312-8880102</code>
button-dept-new = ➕ New office
dept-no-matter = No domain or topic yet: it only gets what others pass on.
dept-no-place = No place yet: once it says which places it serves, what is there comes straight to it.
button-dept-list = All offices
button-dept-open = Look again
button-dept-save = ✅ Save
button-dept-drop = Don’t change it
button-dept-close = Close this office
button-dept-close-yes = Yes, close it
button-dept-heir = Choose who takes over
dept-field-name = Name
dept-field-short = Short name
dept-field-level = Level
dept-field-parent = Above it
dept-field-domains = Domains
dept-field-topics = Topics
dept-field-districts = Places
dept-field-aliases = Other names
dept-field-phone = Phone
dept-field-approval = Lead reads first
dept-field-check = On-site check
dept-switch-on = yes
dept-switch-off = no
dept-pick-approval =
    <b>Lead reads first</b>: does the head of office read and agree to an answer before the citizen gets it?
    Answers of the head of office, and questions to the citizen, go out at once all the same. Without a head of office a supervisor reads it, without a supervisor an administrator.
    What waits for approval already is not changed by this.
dept-pick-check =
    <b>On-site check</b>: when a clerk says “solved”, does an on-site checker go and look before the citizen is told?
    Answers that explain, or that name a plan, need no check. Without a checker the head of office makes sure, without one a supervisor.
    What waits for approval already is not changed by this.
dept-no-lead = It has no head of office yet: a supervisor reads its answers first.
dept-no-checker = It has no on-site checker yet: { $above ->
        [lead] the head of office
       *[supervisor] a supervisor
    } makes sure.
dept-bad-switch = Please write yes or no, for example: /dept Education Bureau approval yes
dept-level-city = The { $unit } itself
dept-level-county = County
dept-level-township = Township
dept-nothing = none
dept-no-parent = Nobody above it
dept-line = { $field }: { $value }
dept-value-changed = <s>{ $old }</s> → <b>{ $new }</b>
dept-hangs = { $open } open, { $staff } staff, { $group ->
        [yes] has a group
       *[no] has no group yet
    }
dept-new = This is a new office, not saved yet. The above is read from its name. Change what is wrong, then press Save.
dept-changing = Not saved yet. It takes effect as soon as you press Save.
dept-closing =
    Close this office? Once you confirm:
    · { $open ->
        [0] nothing is open now; what comes back later goes to <b>{ $heir }</b>;
        [one] its open request goes to <b>{ $heir }</b>, and the citizen is told;
       *[other] { $open } open requests go to <b>{ $heir }</b>, and the citizens are told;
    }{ $staff ->
        [0] {""}
        [one] {"\u000A"}· one person no longer has a role here, and is told;
       *[other] {"\u000A"}· { $staff } people no longer have a role here, and are told;
    }{ $group ->
        [yes] {"\u000A"}· its group is no longer bound;
       *[no] {""}
    }{ $below ->
        [none] {""}
       *[other] {"\u000A"}· the offices below ({ $below }) { $up ->
            [none] have nobody above them;
           *[other] go to { $up };
        }
    }
    What was answered can still be found.
dept-ask-new = What is the new office called? Please reply to this message, and write its name in English behind a slash if it has one.
dept-ask-name = What is its new name? Please reply to this message: in Chinese, with the English one behind a slash, or the English one alone.
dept-names =
    Once saved it is called: { $en ->
        [none] no English name, readers of English see the Chinese one
       *[other] { $en }{ $kept ->
            [yes] {" "}(as before)
           *[no] {""}
        }
    }; in Chinese { $hans }; in traditional characters { $hant }{ $follows ->
        [yes] {" "}(made from the Chinese name)
       *[no] {""}
    }.
    To change one of them alone:
    <code>/dept { $office } english …</code>
    <code>/dept { $office } traditional …</code>
dept-ask-short = What is its short name, for buttons? Please reply to this message, the English one behind a slash. To have none, reply: none
dept-ask-short-or = What is its short name, for buttons? By its name it could be “{ $name }”: press the button below to take that. For another one, please reply to this message, the English one behind a slash.
button-dept-short = Take “{ $name }”
dept-ask-districts = Which places does it serve? Please reply to this message, the county first, with spaces between. For the whole { $unit }, reply: none
dept-ask-aliases = What else is it called? Please reply to this message, with spaces between. For nothing, reply: none
dept-ask-phone = Which telephone number do citizens see? Please reply to this message. For none, reply: none
dept-pick-level = Which level is it?
dept-pick-parent = Which office is above it?
dept-pick-domains = Which domains does it lead? Tap to add, tap again to take out.
dept-pick-topics = Which other topics does it take? Tap to add, tap again to take out.
dept-pick-heir = Who takes over what is open?
dept-saved-new =
    <b>{ $office }</b> is set up, from now on.
    Next: invite its staff with /invite; make a group for it, add me to it, and send /bind there. Until then the General Desk takes its requests.
dept-saved-changed = <b>{ $office }</b> is changed, from now on.
dept-saved-closed =
    <b>{ $office }</b> is closed. { $open ->
        [0] Nothing was open there.
       *[other] What is open is being passed on, and the citizens and the new office are told.
    }
dept-told-new = { $name } set up an office: { $office }.
dept-told-changed = { $name } changed <b>{ $office }</b>:
dept-told-closed = { $name } closed { $office }. What was open goes to { $heir }.
dept-closed-staff =
    <b>{ $office }</b> was closed, and your role there ended. <b>{ $heir }</b> goes on with what you had open, so you need not answer it.
    To work in another office, ask an administrator for a new invitation.
dept-closed-group = <b>{ $office }</b> was closed, and what was open goes to <b>{ $heir }</b>. This group no longer gets its requests.
dept-closed-heir = <b>{ $office }</b> was closed. { $count ->
        [one] Its open request is yours now; the card follows.
       *[other] Its { $count } open requests are yours now; the cards follow.
    }
dept-settings-refused =
    ⚠️ The offices in config.toml were changed, but they don’t fit together with those in use, so nothing was taken over. The offices stay as they are.
    { $why }
    Please use /dept, or correct config.toml and start again.
dept-changed-meanwhile = Somebody changed { $office } a moment ago, so what you see is out of date. Please send /dept again and have a look.
dept-bad = That can’t be set up. Please look again, for example: /dept Education Bureau phone 0312-8880102
dept-bad-name = A name has 2 to { $limit } characters on one line, for example: Education Bureau
dept-bad-name-taken = There is an office called “{ $name }” already. Please choose another name, for example with the county in front.
dept-bad-short = A short name has { $limit } characters at most, twice that in English, for example: Schools
dept-bad-phone = A telephone number has only digits, spaces, brackets and dashes, for example: 0312-8880102
dept-bad-level = The levels are: { $known }. For example: /dept Education Bureau level township
dept-bad-matter = There is no “{ $what }”. Known are: { $known }
dept-bad-heir = { $office } is the one to be closed, so somebody else has to take over. For example: /dept Education Bureau close to General desk
dept-bad-triage = { $office } is the General Desk. Everything unclear comes here first, so it can’t be closed.
dept-bad-circle = The offices would go round in a circle: { $chain }. For example: /dept { $office } parent none
dept-bad-rank = { $office } ({ $level }) can’t be below { $parent } ({ $above }). For example: /dept { $office } parent none
dept-bad-parentless = The office above { $office } is no more. For example: /dept { $office } parent none
dept-bad-desk-level = The General Desk can only be the { $unit }’s.
dept-bad-leaderless = Then no office of the { $unit } would lead { $domains }. First open another office of the { $unit } (/dept and its name) and add { $domains } under “Domains”.
act-department-added = set up an office: { $name }
act-department-changed = changed an office: { $name }
act-department-closed = closed an office: { $name }
offices-more = There are many offices: turn the pages, or write a name behind the command.
