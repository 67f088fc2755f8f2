# /route 和 /rules：什麼事歸誰管。

command-route = 試一段話會分派給誰
command-rules = 什麼事歸誰管
route-example = 清河縣的安養院收費太高
route-head = 只是試一試，什麼都沒有送出：
route-text = <blockquote>{ $text }</blockquote>
route-to = 會分派給<b>{ $office }</b>。
route-apart = 像是對{ $offices }的陳情，所以避開它，由綜合受理分派。
route-guess = { $domain } { $percent }%
route-domain = 類別：{ $guesses }
route-no-domain = 八個類別都不像
route-words = 依據：{ $words }
route-topic = 事項：{ $topic } { $percent }%
route-place =
    { $place ->
        [none] 地點：沒有說，或者說了不只一處
       *[other] 地點：{ $place }
    }
route-likely = 綜合受理會先看到：{ $offices }
route-urgent-sure = 像是有人有危險：會照緊急案件辦理，馬上呼叫值班的人。
route-urgent-asked = 會先問民眾：現在有沒有人有危險。
rule-wordless = 沒有文字，由綜合受理分派。
rule-unsure = 把握不夠，由綜合受理分派。
rule-none = 民眾說哪一類都不是，由綜合受理分派。
rule-nobody = 沒有單位負責這一類，由綜合受理分派。
rule-city = 這一類沒有下級單位，全{ $unit }都由它負責。
rule-local = 分派給當地負責這一類的單位。
rule-up = 那個地方沒有負責這一類的單位，由上一級負責。
rule-nowhere = 下級也有負責的單位，可是沒有地點，先由{ $unit }級負責。送出前會問民眾在哪裡。
rules-head =
    <b>什麼事歸誰管</b>
    類別，有把握就直接分派：
rules-topics = 事項，由綜合受理分派：
rules-nobody = 還沒有單位的事項：{ $topics }
rules-line =
    { $matter }：{ $office }{ $below ->
        [0] {""}
       *[other] ，下級 { $below } 個單位
    }
rules-rest =
    有下級單位的，說了地點就由當地負責，點下面的按鈕看。
    /route 加一段話：試試會分派給誰。
rules-matter =
    <b>{ $matter }</b>
    { $unit }裡：{ $office }
rules-at = { $places }：{ $office }
rules-places =
    { $places }{ $more ->
        [0] {""}
       *[other] 等
    }
button-rules-back = 返回
route-not-chinese = 這段話不是中文。隨程式來的模型只讀中文，所以這樣的話由綜合受理的人分派；民眾也可以自己按按鈕說是哪一類。
