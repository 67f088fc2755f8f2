# 被反映对象与回避。

do-accuse = 被反映对象…
button-accused-yes = 确认
button-accused-no = 不是
button-accused-other = 改…
button-accused = { $chosen ->
        [yes] ✓ { $office }
       *[no] { $office }
    }
button-accused-none = 没有被反映的部门
accused-likely = 像是在反映{ $offices }的问题（疑似被反映对象）。确认以后，该部门看不到这一件。
accused-card = 被反映对象：{ $offices }（回避，看不到这一件）
accused-which = <b>{ $number }</b> 反映的是哪个部门？点一下选上，再点一下取消。选上的部门和它的下级都看不到这一件。
accused-done = <b>{ $number }</b> 的被反映对象：{ $offices }。这些部门和它们的下级从现在起看不到这一件。
accused-none = <b>{ $number }</b>：没有被反映的部门。
accused-over = 这条内容已收回。
accused-aside = ⚠️ { $office }的群里有需要回避的人，这一件改发到这里。
accused-draft = 这像是在反映<b>{ $office }</b>的问题，提交后不直接转给他们，先由<b>综合受理</b>看过再派。
accused-refused = 这一件反映的就是{ $office }，不能交给他们。
accused-own-office = 这一件可能反映的是您所在的部门。是不是，要请别的派单员或督办员来定。
accused-nobody-left = 这样一来就没有人能看到这一件了。请先让管理员邀请一位不属于这些部门的督办员。
toast-accused = 已确认，该部门看不到这一件了
toast-accused-none = 已记下：没有被反映的部门
