# To citizens. Short, plain, always with the next step; no exclamation marks, no promises that can’t be kept.

start =
    Hello, this is <b>Minsheng</b>, the help desk of <b>{ $city }</b>.
    If something is wrong, write it here. One sentence is enough; photos and voice messages are fine too.
    When you have said it all, press “Submit”. I pass it to the office in charge and tell you here how it goes.
    The staff who handle it see what you write, but not your Telegram name or account.
    If somebody is in danger, please call first: { $numbers }.
start-returning =
    { $count ->
        [one] You have 1 open request.
       *[other] You have { $count } open requests.
    } See /mycases.
button-mycases = My requests

danger-now =
    <b>If anyone is in danger, please call now:</b> { $numbers }.
    You can write here afterwards; nothing is lost.
danger-care =
    <b>What you write worries us. Please talk to someone first:</b> { $numbers }. Somebody answers at any time.
    You can also tell it here; I keep it and ask a person to look.
draft-how-danger = Press “Submit” to send it to staff now. If you don’t, I submit it for you in three minutes.
draft-longer = (All { $count } characters are kept.)
draft-head = I noted down:
draft-files = Attached: { $files }
draft-domain = This looks like <b>{ $domain }</b>. Once submitted, it goes to <b>{ $office }</b>.
draft-chosen = You chose <b>{ $domain }</b>. Once submitted, it goes to <b>{ $office }</b>.
draft-unread = What is this about? Choose one, and it goes straight to the office in charge. You can also submit without: the <b>General Desk</b> then reads it and finds the right one.
draft-unsure = I’m not sure which office this is for. Once submitted, the <b>General Desk</b> finds the right one. You can also choose below.
draft-none-chosen = Once submitted, the <b>General Desk</b> finds the right office.
draft-no-words = There are no words yet. A sentence about what happened and where helps most. You can also submit it as it is; the <b>General Desk</b> then finds the right office.
draft-how = If this is right, press “Submit”. If there is more, just keep writing or sending.
draft-for-case = This looks like more about <b>{ $number }</b> ({ $headline }).
draft-answers = This looks like your answer on <b>{ $number }</b>, where you were asked: “{ $question }”
draft-same = This looks like the same matter as your open request <b>{ $number }</b> ({ $headline }).
draft-choose = Please choose below.
draft-filed = Submitted. The number is <b>{ $number }</b>.
draft-joined = Added to <b>{ $number }</b>.
draft-cancelled = Cancelled; nothing was submitted. Write to me whenever you like.
draft-moved = See the newest one below.
draft-more = All right. Keep writing, or send photos, video, voice or a location. When you have said it all, press “Submit”.
draft-ask-add = Please write what you want to add to <b>{ $number }</b>; photos are fine too. What you send goes straight into it.
draft-reminder =
    What you wrote earlier is not submitted yet; here it is again.
    Please press one of the buttons below, or write on. If nothing happens for { $minutes ->
        [one] another minute
       *[other] another { $minutes } minutes
    }, I’ll submit it for you as it is. You can still withdraw it after that.
draft-auto-joined = What you wrote was still not submitted. So that no time is lost, I passed it on as part of <b>{ $number }</b>.
placeholder-add = What you want to add
draft-auto-filed = What you wrote was still not submitted. So that no time is lost, I submitted it for you as it was. If you don’t want that, press “Withdraw” below, or send /withdraw { $number }.

button-submit = ✅ Submit
button-submit-new = 🆕 Submit as a new request
button-join = ➕ Add to { $number }
button-join-about = ➕ Add to { $number } { $headline }
button-answer = ↩️ Answer { $number }
button-domain = Change to { $domain }
button-domain-is = It’s about { $domain }
button-more-domains = Other subjects…
button-none = None of these
button-back = Back
button-more = Write more
button-cancel = Cancel
button-show = See progress
button-add = Add
button-withdraw = Withdraw
button-withdraw-yes = Yes, withdraw
button-withdraw-no = No, keep it

draft-which-domain = What is this about?

citizen-receipt =
    We have it. The number is <b>{ $number }</b>.
    { $who ->
        [office] It went to <b>{ $office }</b>. Next, somebody there picks it up, and I’ll tell you when.
       *[triage] Next, the <b>General Desk</b> finds the right office, and I’ll tell you which.
    }{ $due ->
        [none] {""}
       *[other] {"\u000A"}You get an answer by <b>{ $due }</b>. If that doesn’t work out, I’ll tell you so.
    }
citizen-dispatched =
    <b>{ $number }</b> went to <b>{ $office }</b>.
    Next, somebody there picks it up, and I’ll tell you when.
citizen-claimed =
    <b>{ $office }</b> is now working on <b>{ $number }</b> (staff no. { $staff }).
    Next, they look into it and answer you here.
citizen-transferred =
    { $who ->
        [office]
            { $gone ->
                [none] <b>{ $number }</b> is better placed with <b>{ $office }</b>, so it was passed on to them.
               *[other] { $gone } was closed, and <b>{ $office }</b> goes on with <b>{ $number }</b>.
            }
            You don’t need to write it again. I’ll tell you when they pick it up.
       *[triage]
            { $gone ->
                [none] <b>{ $number }</b> is back with the <b>General Desk</b>, to find the right office.
               *[other] { $gone } was closed, and <b>{ $number }</b> is back with the <b>General Desk</b>, to find the right office.
            }
            You don’t need to write it again. I’ll tell you which office it goes to.
    }
citizen-asked =
    <b>{ $office }</b> is working on <b>{ $number }</b> and would like to know:
    
    { $text }
    
    Just answer here; photos are fine too. They go on once they have it.
citizen-supplied =
    Your answer is with <b>{ $office }</b> (<b>{ $number }</b>).
    They go on with it, and { $due ->
        [none] I’ll tell you when there is news.
       *[other] you get an answer by <b>{ $due }</b>.
    }
citizen-added =
    Added to <b>{ $number }</b>. { $who ->
        [office] <b>{ $office }</b> can see it.
       *[triage] The <b>General Desk</b> can see it.
    } I’ll tell you when there is news.
citizen-replied =
    <b>{ $office }</b> writes about <b>{ $number }</b>:
    
    { $text }
    
    Staff no. { $staff }{ $phone ->
        [none] {""}
       *[other] , phone { $phone }
    }. They are still working on it. To say something, reply to this message.
citizen-resolved =
    <b>{ $office }</b> writes about <b>{ $number }</b> ({ $outcome ->
        [solved] they say it is done
        [explained] with an explanation
       *[planned] not possible for now, planned for later
    }):
    
    { $text }
    
    Staff no. { $staff }{ $phone ->
        [none] {""}
       *[other] , phone { $phone }
    }. On { $asks } I’ll ask you { $outcome ->
        [solved] whether it is solved.
        [explained] whether it is clear.
       *[planned] whether it is clear.
    } To say something now, reply to this message and they will see it.
citizen-reopened =
    <b>{ $office }</b> takes up <b>{ $number }</b> again. { $due ->
        [none] I’ll tell you when there is news.
       *[other] You get an answer by <b>{ $due }</b>.
    }
citizen-graded =
    <b>{ $number }</b> is a complex matter, so the answer is now due by <b>{ $due }</b>. The reason: { $text }
    I’ll tell you when there is news before that.
citizen-missed =
    { $what ->
        [acknowledge] Somebody should have picked up <b>{ $number }</b> by { $due }. That was missed, and we are sorry.
        [progress] You should have heard about <b>{ $number }</b> by { $due }. That was missed, and we are sorry.
       *[resolve] You should have had an answer on <b>{ $number }</b> by { $due }. That was missed, and we are sorry.
    }
    { $who ->
        [handler] <b>{ $office }</b> is working on it (staff no. { $staff }), since { $since }.
        [asked] <b>{ $office }</b> is working on it (staff no. { $staff }), since { $since }. They are still waiting for your answer; just write it here.
        [office] It has been with <b>{ $office }</b> since { $since }, and nobody has picked it up yet.
       *[triage] It has been with the <b>General Desk</b> since { $since }, and has not gone to an office yet.
    }
    { $who ->
        [triage] I have asked them to send it on
       *[office] I have reminded them
    }{ $above ->
        [urgent] , and the General Desk, which watches over them, knows too.
        [supervised] , and the supervisors keep an eye on it too.
        [escalated] , and it has been escalated and reported to their superiors.
        [later] ; if nothing has changed by { $next }, the supervisors will look after it too.
       *[none] .
    } You don’t need to write again; I’ll tell you when there is news.
citizen-resumed =
    <b>{ $number }</b>: <b>{ $office }</b> asked you something and has not heard from you yet. So that no time is lost, they go on with what they know, and { $due ->
        [none] I’ll tell you when there is news.
       *[other] you get an answer by <b>{ $due }</b>.
    }
    Whenever something comes to mind, reply to this message and they will see it.
citizen-reckoned = The public holidays have changed. The answer on <b>{ $number }</b> is now due by <b>{ $due }</b>. There is nothing you need to do.
citizen-withdrawn = <b>{ $number }</b> is withdrawn, and work on it has stopped. If you need us again, just write.
citizen-latest =
    Some messages could not reach you earlier. <b>{ $number }</b> ({ $headline }) is now “{ $status }”, with <b>{ $office }</b>. To say something, reply to this message.
    { $last }
citizen-latest-reply = The last answer: { $text }

withdraw-sure = Withdraw <b>{ $number }</b> ({ $headline })? Work on it then stops. To take it up again, you would have to write anew.
withdraw-kept = All right, <b>{ $number }</b> stays open. I’ll tell you when there is news.

about-nothing = one without words
case-head = <b>{ $number }</b> · { $status }
case-body =
    { $headline }
    Received { $filed }{ $who ->
        [ended] .
        [office] , now with <b>{ $office }</b>.
       *[triage] , now with the <b>General Desk</b>, to find the right office.
    }
case-next-triage = Next: it goes to an office.
case-next-dispatched = Next: the office picks it up.
case-next-in_progress = Next: the office looks into it and answers you.
case-next-awaiting_citizen = Next: your answer to “{ $question }”. Just write it here.
case-next-deferred = It can’t be done yet and has a date. On that day I’ll ask the office again and tell you.
case-next-resolved =
    { $stage ->
        [soon] The office has answered. In the next days I’ll ask you how it went; if that is too long, press “Add” and tell them.
        [asked] The office has answered. Please press “Rate it” and tell me how it went.
        [deciding] You do not accept the answer. A supervisor is deciding whether it is worked on again; I’ll tell you then.
        [upheld] A supervisor has upheld the answer. If you disagree, press “I disagree”.
        [rated] The office has answered, and your rating is on record.
       *[none] The office has answered. If the problem is still there, press “Add” and tell them.
    }
case-next-closed =
    { $stage ->
        [silent] Closed without a rating from you. To rate it, press “Rate it”; if there is a new problem, just write to me again.
        [deciding] Closed, and you do not accept the answer. A supervisor is deciding whether it is worked on again; I’ll tell you then.
        [upheld] Closed. If you do not accept the answer, press “I disagree”; if there is a new problem, just write to me again.
       *[none] Closed. If there is a new problem, just write to me again.
    }
case-next-withdrawn = Withdrawn, as you asked. If you want to take it up again, just write to me anew.
case-next-merged = It is handled together with others like it. When there is an answer, I’ll tell you separately.
case-next-declined = This matter has another way to go; I told you above which.
case-due = You get an answer by { $due }.
case-due-missed = You should have had an answer by { $due }. It is late, and we are sorry. They have been reminded.
case-due-paused = While we wait for your answer, their time does not run.
case-reply = Latest answer ({ $at }): { $text }

mycases-none = You have no requests yet. If something is wrong, just write to me.
small-thanks = You are welcome. If anything changes, or there is something else, just write to me.
small-hello = Hello, I am here. Just write what is wrong; one sentence is enough.
mycases-head = Your requests, newest first. Press a number to see how it stands:
mycases-line =
    { $number } · { $status }{ $asked ->
        [yes] , waiting for your rating
       *[no] {""}
    } · { $headline }
mycases-more =
    { $count ->
        [one] There is 1 older request
       *[other] There are { $count } older requests
    }; to see one, send /case and its number.

not-used =
    { $what ->
        [sticker] I can’t read stickers.
        [poll] I can’t use polls.
        [dice] I can’t use dice.
        [game] I can’t use games.
        [story] I can’t open stories.
        [checklist] I can’t use checklists.
        [paid_media] I can’t open paid photos and videos.
        [gift] Thank you, but I can’t take gifts, and none is needed.
        [other] I can’t use this kind of message.
       *[empty] I can’t see any words in this message.
    } Please write what is wrong. Photos, videos, voice messages and locations are fine too.
too-many-files = You can send { $limit } files at a time, so this one was not kept; all before it were. Please submit first, then press “Add” and send more.
too-long = You can write { $limit } characters at a time, so this part was not kept; all before it was. Please submit first, then press “Add” and write on.
edit-too-late = You changed a message that was already submitted, but that request has ended. If you still need us, please write a new message.
help =
    Just write what is wrong, and it goes to the office in charge.
    /mycases Your requests
    /case NUMBER See one request
    /add NUMBER Add to one request
    /remind NUMBER Remind the office of one request
    /withdraw NUMBER Withdraw one request
    /privacy Who sees what, and who looked
    /language Choose a language
    /help Show this help
    You can leave the number out.
    If somebody is in danger, please call first: { $numbers }.
unknown-command = I don’t know this command. To tell us about something, just write it; /help shows the rest.
apology = Sorry, I could not handle your last message. It is on record ({ $reference }) and somebody was asked to look into it. Please send it again in a while, or put it another way.
apology-over = I could not handle your message of { $at } then ({ $reference }); here it is now. If you have sent it again since, please cancel this one.
apology-over-press = I could not handle the button that you pressed on { $at } then ({ $reference }); here it is now.
# Semicolon and brackets keep the two numbers apart; otherwise they would be masked as a phone number.
located = Location (latitude { $latitude }; longitude { $longitude })
located-at = Location: { $title }, { $address } (latitude { $latitude }; longitude { $longitude })
contacted = Phone: { $phone }
correction = (Correction) { $text }

file-photo =
    { $count ->
        [one] 1 photo
       *[other] { $count } photos
    }
file-video =
    { $count ->
        [one] 1 video
       *[other] { $count } videos
    }
file-voice =
    { $count ->
        [one] 1 voice message
       *[other] { $count } voice messages
    }
file-audio =
    { $count ->
        [one] 1 audio file
       *[other] { $count } audio files
    }
file-document =
    { $count ->
        [one] 1 file
       *[other] { $count } files
    }
draft-of-staff = You are staff: what you write here counts as a request of your own. To answer a citizen, reply to the card of the case, or send /reply NUMBER TEXT. If this was a mistake, press “Cancel”.
