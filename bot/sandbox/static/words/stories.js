// The words of the stories: simplified, traditional, English. Places keep their Chinese names: the desk knows them by these.

export default {
  "story.title": ["不用读说明，玩一个小故事就会", "不用讀說明，玩一個小故事就會", "No manual needed: play a short story"],
  "story.starting": ["正在布置…", "正在布置…", "Setting the scene..."],
  "story.close": ["不看了", "不看了", "Not now"],
  "story.failed": ["故事没有开成：{why}", "故事沒有開成：{why}", "The story could not begin: {why}"],
  "story.progress": ["第 {n} 步，共 {m} 步", "第 {n} 步，共 {m} 步", "Step {n} of {m}"],
  "story.fill": ["替我写好", "替我寫好", "Write it for me"],
  "story.go": ["在哪里？", "在哪裡？", "Where?"],
  "story.again": ["重来", "重來", "Start again"],
  "story.leave": ["离开", "離開", "Leave"],
  "story.more": ["换一个故事", "換一個故事", "Another story"],

  "story.flood.title": ["家里进水的老人", "家裡淹水的長者", "A flooded pensioner"],
  "story.flood.intro": ["从求助、叫值班到回访，走完一件急事", "從求助、呼叫值班到滿意度調查，走完一件急事", "An emergency, from the first word to the follow-up"],
  "story.flood.name": ["林奶奶", "林奶奶", "Grandma Lin"],
  "story.flood.text": [
    "昨晚暴雨，水漫进我家一楼了，现在到膝盖。我老伴七十九岁，坐轮椅，我们被困在屋里。望江路28号1单元。",
    "昨晚暴雨，水漫進我家一樓了，現在到膝蓋。我先生七十九歲，坐輪椅，我們被困在屋裡。望江路28號1單元。",
    "The river is in our flat since last night, knee high. My husband is 79, in a wheelchair, and we cannot get out. 28 Wangjiang Road. Please help me now.",
  ],
  "story.flood.reply": [
    "{date}，消防把您和坐轮椅的老伴从屋里接出来，送到社区卫生站，检查过，平安。一楼的水已抽干；暴雨时雨水井堵了，现在已清通。以后有事请打 0000-8880105。",
    "{date}，消防把您和坐輪椅的先生從屋裡接出來，送到社區衛生站，檢查過，平安。一樓的水已抽乾；暴雨時雨水井堵了，現在已清通。以後有事請打 0000-8880105。",
    "On {date} the fire service brought you and your husband in his wheelchair to the clinic; you are both well. The water in your flat is pumped out. A blocked drain was the cause; it is clear again. If anything is wrong call 0000-8880105.",
  ],
  "story.flood.write": [
    "您是林奶奶，家里进了水。按“替我写好”，再按发送。留意回复里的急救电话。",
    "您是林奶奶，家裡淹水了。按「替我寫好」，再按傳送。留意回覆裡的緊急電話。",
    "You are Grandma Lin, and water is in the flat. Press “Write it for me”, then send. Mind the emergency numbers.",
  ],
  "story.flood.photo": [
    "再发一张照片：按回形针，选“示例照片”，发送。（不发也行）",
    "再傳一張照片：按迴紋針，選「範例照片」，傳送。（不傳也行）",
    "Send a photo too: the paper clip, “Sample photo”, send. (You may skip this.)",
  ],
  "story.flood.submit": [
    "按亮着的按钮提交。林奶奶马上有编号和期限，值班的人也同时被叫到。",
    "按亮著的按鈕送出。林奶奶馬上有編號和期限，值班的人也同時被叫到。",
    "Press the lit button to submit. She gets a number and a date at once, and the people on duty are called.",
  ],
  "story.flood.dispatch": [
    "现在您是派单员：机器拿不准的件由人来派。按亮着的按钮，派给住建。",
    "現在您是分派人員：機器不確定的案件由人分派。按亮著的按鈕，分派給住建。",
    "Now you are the dispatcher: a person decides where the machine isn't sure. Press what is lit and send it to Housing.",
  ],
  "story.flood.claim": [
    "案卡到了部门的群。您是承办的人，按“签收”，林奶奶会立刻知道。",
    "案件卡傳到了單位的群組。您是承辦人，按「簽收」，林奶奶會立刻知道。",
    "The card is in the office's group. You are the clerk: press “Claim”, and she is told at once.",
  ],
  "story.flood.answer": [
    "到现场处理好以后答复：按卡片上的“答复”，按“替我写好”发送，看过预览，选“已解决”，再发给市民。",
    "到現場處理好以後答覆：按卡片上的「答覆」，按「替我寫好」傳送，看過預覽，選「已解決」，再傳給民眾。",
    "When it is done, answer: “Reply” on the card, “Write it for me”, send. Look at the preview, change it to “Solved”, and send it to her.",
  ],
  "story.flood.wait": [
    "还有 30 秒可以撤回。按“到下一件事”，答复就发出去了。",
    "還有 30 秒可以撤回。按「到下一件事」，答覆就送出去了。",
    "The answer can be taken back for 30 seconds. Press “Next due” and it goes out.",
  ],
  "story.flood.later": [
    "一天后系统会问林奶奶：真的解决了吗？按“+1 工作日”。",
    "一天後系統會問林奶奶：真的解決了嗎？按「+1 工作天」。",
    "A day later she is asked whether it is really solved. Press “+1 workday”.",
  ],
  "story.flood.later.again": [
    "现在不是上班时间，系统不去打扰人。按“次日早上”，一上班就问她。",
    "現在不是上班時間，系統不去打擾人。按「隔天早上」，一上班就問她。",
    "It is outside office hours, and nobody is disturbed then. Press “Next morning”: she is asked when the offices open.",
  ],
  "story.flood.rate": [
    "替林奶奶按三下。只有她说了才算数，不说就记“未评价”。",
    "替林奶奶按三下。只有她說了才算數，不說就記「沒有評價」。",
    "Answer for her: three taps. Only her word counts; silence is “not rated”.",
  ],
  "story.flood.look": [
    "打开“幕后”，看这件事走过的每一步和每一个计时。",
    "打開「幕後」，看這件事走過的每一步和每一個計時。",
    "Open “Behind the scenes” and look at every step and clock of this case.",
  ],
  "story.flood.end": [
    "受理、办理、反馈、回访都走完了。刚才的每一句都是机器人真发的。",
    "受理、辦理、答覆、滿意度調查都走完了。剛才的每一句都是機器人真的傳的。",
    "Received, worked on, answered, rated: that is the life of a case. Every word was really sent by the bot.",
  ],

  "story.monday.title": ["办事员的周一早上", "承辦人的週一早上", "A clerk's Monday morning"],
  "story.monday.intro": ["晨报、待办、预览和撤回，还有一件忘了的", "晨報、待辦、預覽和撤回，還有一件忘了的", "Morning news, queue, preview, undo, and one case forgotten"],
  "story.monday.text1": [
    "商品房交付两年了，开发商还不给办房产证。",
    "房子交屋兩年了，建商還不辦產權登記。",
    "Our flat was handed over two years ago and the developer still has not given us the title deed.",
  ],
  "story.monday.text2": [
    "公租房排了三年还没有轮到，想问现在排到多少号。",
    "我申請社會住宅租房，三年還沒有分配到房屋，想問現在排到幾號。",
    "I have been on the list for public housing for three years. Which number is it now?",
  ],
  "story.monday.text3": [
    "小区物业费涨了三成，没有贴公告，也没有跟业主商量过。",
    "社區大樓的管理費漲了三成，物業公司沒有貼公告，也沒有跟屋主商量過。",
    "Our estate's management fee went up by a third, without a notice and without asking the owners.",
  ],
  "story.monday.reply": [
    "我{date}核实过了，{later}再去一趟，当天把办理结果告诉您。有事请打 0000-8880105。",
    "我{date}查證過了，{later}再去一趟，當天把辦理結果告訴您。有事請打 0000-8880105。",
    "I looked into it on {date}. On {later} I will go there again, and tell you the result that day. Questions: 0000-8880105.",
  ],
  "story.monday.morning": [
    "周日晚上，三位市民写来了事。您是住建的办事员，按“次日早上”去上班。",
    "週日晚上，三位民眾寫來了事。您是住建的承辦人，按「隔天早上」去上班。",
    "Sunday evening: three citizens have written. You are a clerk at Housing. Press “Next morning” to go to work.",
  ],
  "story.monday.queue": [
    "群里有了晨报和三张案卡。发一句 /queue，看手上有什么、先办哪件。",
    "群組裡有了晨報和三張案件卡。傳一句 /queue，看手上有什麼、先辦哪件。",
    "The group has its morning news and three cards. Send /queue to see what you have and what comes first.",
  ],
  "story.monday.claim": [
    "挑一件，按“签收”。市民马上知道谁在办。另外两件先放着。",
    "挑一件，按「簽收」。民眾馬上知道誰在辦。另外兩件先放著。",
    "Pick one and press “Claim”. Its citizen is told at once. Leave the other two.",
  ],
  "story.monday.answer": [
    "按卡片上的“答复”，再按“替我写好”，发送。发给市民之前先给您看一遍。",
    "按卡片上的「答覆」，再按「替我寫好」，傳送。傳給民眾之前先給您看一次。",
    "Press “Reply” on the card, then “Write it for me”, and send. You see it before the citizen does.",
  ],
  "story.monday.send": [
    "这就是市民将看到的样子。按亮着的按钮发出。",
    "這就是民眾會看到的樣子。按亮著的按鈕送出。",
    "This is what the citizen will read. Press the lit button to send it.",
  ],
  "story.monday.undo": [
    "写错了？30 秒内按“撤回”，市民什么也没看到。",
    "寫錯了？30 秒內按「撤回」，民眾什麼也沒看到。",
    "Something wrong? Press “Take it back” within 30 seconds; the citizen has seen nothing.",
  ],
  "story.monday.again": [
    "现在真的发出去：再按“发给市民”，然后按“到下一件事”。",
    "現在真的送出去：再按「傳給民眾」，然後按「到下一件事」。",
    "Now send it for good: “Send to the citizen” again, then press “Next due”.",
  ],
  "story.monday.missed": [
    "另外两件没人签收。按“+1 工作日”，看超期时谁会被告知。",
    "另外兩件沒人簽收。按「+1 工作天」，看逾期時誰會被告知。",
    "Nobody has claimed the other two. Press “+1 workday” and see who is told when a deadline is missed.",
  ],
  "story.monday.missed.again": [
    "还没有到期。再按一次“+1 工作日”。",
    "還沒有到期。再按一次「+1 工作天」。",
    "Nothing is late yet. Press “+1 workday” once more.",
  ],
  "story.monday.supervised": [
    "市民收到了如实的说明。再按“+1 工作日”，督办就来了。",
    "民眾收到了如實的說明。再按「+1 工作天」，列管就來了。",
    "The citizens got an honest notice. Press “+1 workday” again and supervision steps in.",
  ],
  "story.monday.supervised.again": [
    "还没到督办的时候。再按一次“+1 工作日”。",
    "還沒到列管的時候。再按一次「+1 工作天」。",
    "Not yet. Press “+1 workday” once more.",
  ],
  "story.monday.supervisor": [
    "请一位督办员来：按亮着的按钮，再选“督办员”。",
    "請一位督導人員來：按亮著的按鈕，再選「督導人員」。",
    "Bring in a supervisor: the lit button for new people, then “Supervisor”.",
  ],
  "story.monday.summary": [
    "您是督办员。发一句 /summary，看全市立项、办结、推进和超期。",
    "您是督導人員。傳一句 /summary，看全市受理、辦結、辦理中和逾期。",
    "You are the supervisor. Send /summary: opened, done, going on, overdue.",
  ],
  "story.monday.end": [
    "一个周一就是这样：没有一件会悄悄躺着。",
    "一個週一就是這樣：沒有一件會悄悄躺著。",
    "That is a Monday: no case can lie there unseen.",
  ],

  "story.county.title": ["管理员给新县开张", "管理員讓新的縣上線", "An admin sets up a county"],
  "story.county.intro": ["设部门、建群、请人、试派，全在聊天里", "設單位、建群組、請人、試分派，全在聊天裡", "An office, its group, its staff and a trial, all by chat"],
  "story.county.text": [
    "青山县的公租房排了三年还没有轮到，想问现在排到多少号。",
    "我家在青山縣申請社會住宅租房，三年還沒有分配到房屋，想問現在排到幾號。",
    "I have been on the list for public housing in 青山县 for three years. Which number is it now?",
  ],
  "story.county.office": [
    "青山县住房服务中心",
    "青山縣住房服務中心",
    "Qingshan Housing Centre",
  ],
  "story.county.say.add": [
    "/dept 新增 {office}",
    "/dept 新增 {office}",
    "/dept add 青山县住房服务中心 / {office}",
  ],
  "story.county.say.domain": [
    "/dept {office} 领域 住房",
    "/dept {office} 類別 住宅",
    "/dept {office} domains Housing",
  ],
  "story.county.say.invite": [
    "/invite 工作人员 {office}",
    "/invite 工作人員 {office}",
    "/invite clerk {office}",
  ],
  "story.county.reply": [
    "您的排号是 118，{date}轮到 96 号。因为今年只交付了一批公租房，所以慢；按公租房管理办法，依号分配，下一批{later}公布，名单贴在大厅。有事请打 0000-8880105。",
    "您的排號是 118，{date}輪到 96 號。因為今年只完工一批社會住宅，所以慢；依社會住宅出租辦法，按號分配，下一批{later}公布，名單貼在大廳。有事請打 0000-8880105。",
    "You are number 118; on {date} it was number 96. It is slow because only one building of public housing was finished this year; by the rules flats go by number. The next ones are announced on {later}. Questions: 0000-8880105.",
  ],
  "story.county.add": [
    "您是管理员，要给青山县设一个部门。按“替我写好”，发送，再按“保存”。",
    "您是管理員，要給青山縣設一個單位。按「替我寫好」，傳送，再按「儲存」。",
    "You are the admin; the county 青山县 gets an office. “Write it for me”, send, then press “Save”.",
  ],
  "story.county.domain": [
    "再说它管什么：住房。发送，按“保存”，马上生效。",
    "再說它管什麼：住宅。傳送，按「儲存」，馬上生效。",
    "Now say what it is for: housing. Send, then “Save”. It holds at once.",
  ],
  "story.county.group": [
    "给它建一个群：按亮着的按钮，选最下面的“新群”。机器人也在里面。",
    "給它建一個群組：按亮著的按鈕，選最下面的「新群組」。機器人也在裡面。",
    "Give it a group: press the lit button, then “A new group” at the end. The bot is in it.",
  ],
  "story.county.bind": [
    "在群里发一句，把群和部门绑在一起。",
    "在群組裡傳一句，把群組和單位綁在一起。",
    "One line in the group ties it to the office.",
  ],
  "story.county.invite": [
    "回到私聊，请一位工作人员：发出邀请。",
    "回到私訊，請一位工作人員：產生邀請。",
    "Back in your own chat: invite a clerk.",
  ],
  "story.county.open": [
    "按亮着的链接，再选亮着的人：新人来报到。链接只能用一次。",
    "按亮著的連結，再選亮著的人：新人來報到。連結只能用一次。",
    "Press the lit link, then the lit person, who joins. The link works once.",
  ],
  "story.county.enter": [
    "把他加进部门的群：按亮着的按钮，再选亮着的人。",
    "把他加進單位的群組：按亮著的按鈕，再選亮著的人。",
    "Bring the clerk into the office's group: press the lit button, then the lit person.",
  ],
  "story.county.route": [
    "先试派一下：写一句青山县的事，看会派给谁，为什么。什么都不会提交。",
    "先試一下：寫一句青山縣的事，看會派給誰，為什麼。什麼都不會送出。",
    "Try it first: where would a sentence about 青山县 go, and why? The model reads Chinese; the answer says what becomes of English. Nothing is filed.",
  ],
  "story.county.write": [
    "现在来真的：您是青山县的市民，写同一句话。另一栏是新来的工作人员。",
    "現在來真的：您是青山縣的民眾，寫同一句話。另一欄是新來的工作人員。",
    "Now for good: you are a citizen of 青山县 and write the same sentence. The other panel is the new clerk's.",
  ],
  "story.county.about": [
    "说一下是哪方面的事。",
    "說一下是哪方面的事。",
    "The model reads Chinese, so you say what it is about: “Housing”.",
  ],
  "story.county.submit": [
    "提交，案卡就到了刚建的群。",
    "送出，案件卡就傳到了剛建的群組。",
    "Submit: the card goes to the new group.",
  ],
  "story.county.claim": [
    "新来的工作人员在群里看到案卡：按“签收”。",
    "新來的工作人員在群組裡看到案件卡：按「簽收」。",
    "The new clerk sees the card in the group: press “Claim”.",
  ],
  "story.county.answer": [
    "按“答复”，再按“替我写好”，发送，看过预览，选“解释到位”，再发给市民。",
    "按「答覆」，再按「替我寫好」，傳送，看過預覽，選「已說明清楚」，再傳給民眾。",
    "“Reply”, “Write it for me”, send. Look at the preview, change it to “Explained”, and send it to the citizen.",
  ],
  "story.county.wait": [
    "还有 30 秒可以撤回。按“到下一件事”，答复就发出去了。",
    "還有 30 秒可以撤回。按「到下一件事」，答覆就送出去了。",
    "It can be taken back for 30 seconds. Press “Next due” and it goes out.",
  ],
  "story.county.end": [
    "一个县开张了：部门、群、人、派单，头一件事也答复了，没有碰配置文件。",
    "一個縣上線了：單位、群組、人、分派，頭一件事也答覆了，沒有碰設定檔。",
    "The county is at work: office, group, clerk and routing, and its first case is answered, without touching a file.",
  ],
};
