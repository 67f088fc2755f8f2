# 管理员设一个城市时容易走错的地方：怎么说，接着怎么办。

refused-same-invitation = 您已经用这个邀请进来了，不用再点。/help 看怎么用。
refused-several-departments = 叫“{ $name }”的不止一个：{ $names }。请写全名。
refused-nobody-of-that-name = 没有叫“{ $name }”的同事，也没有这个部门。发 /staff 看全部。
refused-whole-city = { $role }管全{ $unit }，不分部门，请写：/invite { $role }。只在一个部门工作的，请选工作人员、部门负责人或现场核查员。
group-private-staff = 这个命令请私聊我发，群里的人就看不到。
bind-also = 这个群已经在收{ $offices }的件。绑错了，就按下面的按钮解开。
button-unbind = 不再收{ $office }的件
bind-undone = 这个群不再收<b>{ $office }</b>的件，先由综合受理或管理员代收。要换到别的群，请在那个群里发 /bind。
bind-elsewhere = <b>{ $office }</b>换到了另一个群，它的件以后发到那里，这里不再收到。
act-unbind = 解开了{ $office }和一个群的绑定
dept-how = 要改{ $office }，请写明改什么：改名、简称、上级、级别、领域、事项、地点、别名、电话、先审、核查，或者撤销。例如：/dept { $office } 电话 0000-8880102
dept-bad-called-so = “{ $name }”已经是{ $office }的名称、简称或别名，再用就分不清了。请换一个，例如在前面加上区县。
dept-new-place = 新地点：{ $places }。别的部门都没有写过，请看看有没有写错。
dept-others-placeless = ⚠️ 这样一来，{ $offices }就没有地点了，当地的件不会再直接派给它们。请先给它们写上地点。
dept-topics-nobody = 以后没有部门管{ $topics }，这类件由综合受理分派。
broadcast-nobody = 这里面没有别人，所以还不能发。请换范围，或用 /invite 邀请工作人员。
refused-card-end = “有效期”要写将来的一天，年、月、日都写，例如：有效期：2027-12-31。不写这一行，就一直有效。
refused-no-such-place = 没有编码是 { $code } 的二维码，或者它已经停用。发 /place 看正在用的。
refused-dispatchers-only = 这一步只有派单员和管理员能做。
act-place =
    { $name ->
        [none] 停用了一个地点的二维码
       *[other] 做了（或改了）地点的二维码：{ $name }
    }
act-called = 为 { $number } 打了回访电话
act-not_reached = 为 { $number } 打回访电话，没有打通
act-phone = 改了自己留的电话
