where-is = 地点：{ $place }
where-spot = 您发的位置会一起转过去，只是我认不出它在哪个{ $kind ->
        [township] 乡镇（街道）
       *[county] 区（县）
    }。
where-which = 这件事在哪个{ $kind ->
        [township] 乡镇（街道）
       *[county] 区（县）
    }？选一个，就直接转给当地的部门。不想选，也照样能提交。
where-within = 在{ $place }的哪个乡镇（街道）？选一个，就直接转给当地的部门。不想选，也照样能提交。
button-where-skip = 跳过
button-where-list = { $kind ->
        [township] 选乡镇（街道）
       *[county] 选区（县）
    }
button-where-other = 地点不对
button-where-none = 都不是
