route-apart = 像是在舉報{ $offices }，所以避開它，由綜合受理分派。
route-urgent-sure = 像是有人有危險：會照緊急個案跟進，馬上呼叫當值的人。
route-urgent-asked = 會先問市民：現在有沒有人有危險。
rule-none = 市民說哪一類都不是，由綜合受理分派。
rule-nobody = 沒有部門負責這一類，由綜合受理分派。
rule-city = 這一類沒有下級部門，全市都由它負責。
rule-local = 分派給當地負責這一類的部門。
rule-up = 那個地方沒有負責這一類的部門，由上一級負責。
rule-nowhere = 下級也有負責的部門，可是沒有地點，先由市級負責。送出前會問市民在哪個區（縣）。
rules-nobody = 還沒有部門的事項：{ $topics }
rules-line =
    { $matter }：{ $office }{ $below ->
        [0] {""}
       *[other] ，下級 { $below } 個部門
    }
rules-rest =
    有下級部門的，說了地點就由當地負責，點下面的按鈕看。
    /route 加一段話：試試會分派給誰。
