# 市民看自己的情况：工作人员看得到什么、谁看过；留下或收回手机号。

privacy =
    <b>工作人员看得到什么</b>
    · 您写的话、发的照片和文件、位置。里面的电话号码和证件号，会自动遮住一部分。
    · 看不到您的 Telegram 名字、账号和头像。
    · 办理记录会长期保存，不会自动删除。没有提交就取消的，不会转给任何部门。
privacy-phone =
    您留了手机号：{ $phone }。工作人员看到的就是这样，中间遮住了。办您的事的经办人需要联系您时可以看全，每看一次都有记录。
    收回以后，他们就看不到了；已经看过的收不回来。
privacy-no-phone = 您没有单独留手机号。想留的话，按 📎，选“联系人”，发您自己的名片。
privacy-looks = <b>谁看过您的联系方式或保密内容</b>
privacy-look =
    · { $at } { $office }工号 { $staff }，看了 { $number } 的{ $what ->
        [contact] 联系方式
       *[text] 保密内容
    }
privacy-no-looks = 还没有人看过您的联系方式或保密内容。谁看了，这里会列出来。
privacy-seal = 保密的事，群里只显示编号和类别，只有经手的人（经办、派单、督办，审答复的，接紧急呼叫的）能单独打开看。正在写的，按草稿下面的“🔒 保密”；已经提交的，能改的在下面。
privacy-phone-gone = 手机号收回了，工作人员从现在起看不到。想再留，再发一次自己的名片就行。
privacy-phone-none = 您现在没有留手机号，没有要收回的。
button-phone-back = 收回手机号
button-seal-case = 🔒 保密 { $number } { $headline }
button-unseal-case = 🔓 不保密 { $number } { $headline }
phone-shared =
    记下了您的手机号：{ $phone }。工作人员平时看到的就是这样；办您的事的经办人需要联系您时可以看全，每次都有记录。{ $drafting ->
        [yes] 您写的事在下面，接着写，或按“提交”。
       *[no] 要反映什么事，直接写给我就行。
    }
contact-of = 联系人：{ $name }，电话：{ $phone }
album-late = 一起发的照片或文件里，晚到的 { $count } 个也收下了，补充到了 <b>{ $number }</b>。
