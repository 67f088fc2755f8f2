# 随答复发出的文件，和一条装不下的长答复

answer-files = 📎 附：{ $files }，随这条消息一起发来。
answer-see-files = 请看附件。
button-see-files = 📎 看附件
button-without-files = 去掉附件
preview-below = <b>{ $number }</b>：最新的预览在下面。
part-head = <b>{ $number }</b>（{ $n }/{ $of }）
part-gone = <b>{ $number }</b>：内容已改，请看最新的一条。
refused-no-files = 这里发不了这种消息。给市民的答复可以带照片、视频、语音和文件；别的地方请用文字写。
refused-too-many-files = 一次最多附 { $limit } 个文件。这一个没有附上，请分两次发。
