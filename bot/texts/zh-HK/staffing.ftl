staff-in-hand = 負責中 { $count } 宗
staff-on-duty = 現在當值
staff-unreachable = 私下傳不到
staff-out-of-reach = ⚠️ 我無法私下傳訊息給對方：還沒有點開過我，或者停用了我。
staff-person = <b>{ $name }</b>，職員編號 { $staff }
staff-load =
    { $count ->
        [0] 手上沒有負責中的個案
       *[other] 負責中 { $count } 宗{ $late ->
            [0] {""}
           *[other] ，其中逾期 { $late } 宗
        }
    }
button-staff-move = 換部門
button-staff-add = 再加一個部門
staff-which-move = { $name }（{ $staff }）有幾個角色，哪一個換部門？
staff-pick-office = { $name }（{ $staff }）到哪個部門當{ $role }？
staff-cases =
    { $count ->
        [0] { $name }（{ $staff }）手上還有您不能看的個案。
       *[other] { $name }（{ $staff }）手上還有 { $count } 宗要交接：
    }
staff-cases-more = 還有 { $count } 宗
staff-whom = 交給誰？也可以放回部門，讓同事自己接手。
button-staff-heir = { $name } { $staff }，負責中 { $count }
button-staff-queue = 放回部門待接手
staff-sure-cases =
    { $heir ->
        [none] 負責中的 { $count } 宗放回部門待接手
       *[other] 負責中的 { $count } 宗交給{ $heir }
    }
staff-sure-no-cases = 沒有要交接的個案
staff-sure-writing = 寫了還沒送出的 { $count } 則答覆會停下，不會傳給市民
staff-sure-empty =
    { $lacks ->
        [lead] ⚠️ { $office }會沒有主管
       *[nobody] ⚠️ { $office }會沒有人負責
    }
staff-sure-told = 會告訴本人和部門的群組一次，市民不會收到訊息。現在還沒有改。
staff-done-heir = { $count } 宗已交給{ $heir }。
staff-done-queue = { $count } 宗已放回待接手。
staff-done-stopped = { $count } 則快要送出的答覆已停下，原文傳到了部門的群組。
staff-done-groups = 群組裡的成員我動不了：請把這位同事移出部門的群組。
staff-you-left = 您在這裡的工作已經交接完，不再是工作人員。謝謝您。自己有事要投訴或求助，照常寫給我就好。
staff-news-cases = { $name }（{ $staff }）手上的個案有交接。
staff-news-heir = { $count } 宗交給{ $heir }：{ $numbers }
staff-news-queue = { $count } 宗放回待接手，請儘早接手：{ $numbers }
staff-numbers-more = { $numbers } 等 { $count } 宗
staff-left-why = { $name }離職了，答覆沒有傳給市民。
