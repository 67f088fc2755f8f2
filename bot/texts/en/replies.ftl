# Answers to citizens: what the clerk reads before and after sending, and corrections.

button-send-anyway = Send to the citizen as it is
button-undo = Take it back
preview-held = <b>{ $number }</b>: goes to the citizen in { $seconds } seconds. To change it, press “Take it back”.
preview-stopped = You changed your message, so it is <b>not sent yet</b>. Look at it again, then press send.
preview-unreached =
    ⚠️ <b>{ $number }</b>: not delivered, the citizen has blocked or deleted the bot. What you wrote is on record, and I will pass it on when they come back.{ $phone ->
        [yes] {" "}If it can’t wait, please telephone: press “More…” and “Contact details” on the card.
       *[no] {""}
    }
preview-undelivered =
    ⚠️ <b>{ $number }</b>: { $words ->
        [all] not delivered, Telegram refused it. The citizen has not seen it.
        [parts] of { $of } messages, number { $which } was not delivered, Telegram refused it.
       *[none] the words have arrived,
    }{ $files ->
        [yes] {" "}{ $words ->
            [none] the files have not, Telegram refused them.
           *[other] Nor were the files.
        }
       *[no] {""}
    }{ $again ->
        [reply] {" "}Please { $words ->
            [none] send the files again in a reply to the card.
           *[other] send it again in other words, as a reply to the card.
        }
        [correct] {" "}Please { $words ->
            [none] send the files again:
           *[other] send it again in other words:
        } “More…” and “Correct the answer” on the card.
       *[no] {""}
    }{ $phone ->
        [yes] {" "}If it can’t wait, please telephone: press “More…” and “Contact details” on the card.
       *[no] {""}
    }
preview-caught-up = <b>{ $number }</b>: the citizen is back and has been sent how things stand.
preview-on-record =
    <b>{ $number }</b>: on record. The citizen has no Telegram, please telephone them{ $phone ->
        [yes] : press “More…” and “Contact details” on the card
       *[no] {""}
    }.
preview-unsent = <b>{ $number }</b>: not sent. The reason is below.
preview-correct = Once sent, the citizen gets this correction; the earlier answer stays on record.
reply-unsent =
    What you wrote on <b>{ $number }</b> was <b>not sent</b>; the citizen did not get it. { $why }
    Here are your words; tap to copy them:
toast-held = Goes out shortly; can be taken back
toast-undone = Taken back, not sent
refused-being-sent = Your last answer is about to go out. To change it, press “Take it back” first; to write another, wait until it is sent.
refused-not-held = It is too late to take this back; see what this message says now. To change an answer that was sent, use “Correct the answer” under “More…”.
refused-moved-on = This case went to { $office }.
refused-nothing-to-correct = The citizen has had no answer on this case yet, so there is nothing to correct.

do-correct = Correct the answer
prompt-correct =
    { $mention }, please <b>reply to this message</b> with the correction: what was wrong in the answer of { $earlier }, and what is right. { $number }
    The citizen will see that it is a correction.
placeholder-correct = What was wrong, and what is right
card-corrected = Corrected ({ $at }, { $name }): { $text }
citizen-corrected =
    <b>Correction</b>: the answer of <b>{ $office }</b> on <b>{ $number }</b> from { $earlier } contained a mistake. The correction:
    
    { $text }
    
    The rest stays as it was. Staff no. { $staff }{ $phone ->
        [none] {""}
       *[other] , phone { $phone }
    }. To say more, reply to this message; they will see it.
case-corrected = Correction ({ $at }): { $text }
citizen-latest-corrected = Correction: { $text }

do-templates = Templates
button-templates = Templates
templates-head = Which template for <b>{ $number }</b>?
templates-item = { $domain } · { $kind }
templates-general = General
templates-going-on = Stays open
templates-blank-number = [number]
templates-blank-office = [office]
templates-blank-date = [date]
prompt-template =
    { $mention }, tap the text below to copy it. Fill it in and <b>reply to this message</b>; you see it before it goes out. { $number }
placeholder-template = Paste it here once filled in
templates-list = Your own reply templates; tap a name to read one:
templates-none = There are no reply templates of your own yet.
templates-how =
    The head of an office can add one: send the words, then reply to them with “/template NAME”; or write “/template NAME” and the words on the next line.
    Where the words have [number], [office] or [date], these are filled in when used. One of the same name is replaced.
    The built-in ones are under “More…” on a card, or with /template NUMBER.
templates-one = Template <b>{ $name }</b>, for “{ $kind }”:
templates-gone = Template <b>{ $name }</b> was removed.
button-templates-kind = Use for: { $kind }
button-templates-remove = Remove
refused-template-how = Send the words first and reply to them with “/template NAME”; or write “/template NAME” and the words on the next line. A name has up to 24 characters.
refused-too-many-templates = An office can keep { $limit } templates. Please remove some first.
refused-which-office = You lead several offices here, so it is not clear for which one this is. Please use the group of one office.

do-references = Similar answers
references-head = Cases like <b>{ $number }</b> that were answered. For reference only; check the facts anew:
references-none = No answered case is like <b>{ $number }</b> yet.
references-item = <b>{ $nth }.</b> { $office } · { $date } · { $outcome }{ $number ->
        [none] {""}
       *[other] {" · "}{ $number } { $headline }
    }
references-answer = <blockquote>{ $text }</blockquote>
button-references-use = Begin from no. { $nth }
