# A case as a file

do-export = Export the file
command-export = Export a case as a file
archive-title = { $number }: the file
archive-name = { $number } file.html
archive-status = Status
archive-domain = Domain
archive-office = Office in charge
archive-support = Contributing offices
archive-handler = Handler (staff no.)
archive-filed = Received
archive-answered = Answered
archive-outcome = Outcome
archive-leader = Under the care of
archive-files = Attached
archive-letter = What the citizen wrote
archive-course = What happened
archive-foot = Phone and ID numbers are masked. Ratings count in totals only and are not in the file.
archive-sent = The file of <b>{ $number }</b> went to you in private: it holds internal notes.
toast-exported = Sent to you in private
