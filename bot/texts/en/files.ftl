# Files that go with an answer, and answers longer than a message

answer-files = 📎 Enclosed: { $files }, sent along with this message.
answer-see-files = Please see what is enclosed.
button-see-files = 📎 See the files
button-without-files = Leave files out
preview-below = <b>{ $number }</b>: the latest preview is below.
part-head = <b>{ $number }</b> ({ $n }/{ $of })
part-gone = <b>{ $number }</b>: this was changed, see the latest message.
refused-no-files = That can’t be used here. An answer to a citizen may bring photos, videos, voice messages and files; everything else please put into words.
refused-too-many-files = An answer can have { $limit } files at most. This one was left out; please send it with another answer.
