refused-merge-apart = 這兩宗不能合併：舉報、保密的個案和有迴避的個案，都單獨跟進。
refused-merge-urgent = 這宗個案是緊急個案，併入 { $number } 會變慢。可以反過來合併。
