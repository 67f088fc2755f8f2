# Filing for somebody who called

command-record = File for a caller
caller-example =
    /record 13800000000 Mrs Wang
    The lift of building 3 is broken …
caller-recorded =
    <b>{ $number }</b> is filed: { $headline }
    { $who ->
        [office] It went to <b>{ $office }</b>.
       *[triage] It is with the <b>General Desk</b>, to be assigned.
    }
    Please tell the caller this number{ $due ->
        [none] {""}
       *[other] , and that an answer comes by <b>{ $due }</b>
    }.
card-caller = ☎️ Filed by telephone: the citizen has no Telegram. Please phone them with news and the result; an answer written here is for the record only.
