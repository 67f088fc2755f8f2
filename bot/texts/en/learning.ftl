# How the model learns: what admins and dispatchers are told.

training-progress =
    <b>Retraining</b> ({ $count ->
        [one] { $count } case
       *[other] { $count } cases
    } labelled by people)
    { $bar } { $stage }
    This takes a few minutes. Cases come in and go out as usual; the present model is not touched.
training-stage-wait = getting ready
training-stage-read = reading the labels
training-stage-fold = trial runs
training-stage-fit = training
training-stage-compare = comparing with the present model
training-ended = The training is done; the result stands below.
training-ready =
    <b>The new model is ready</b> { $model }
    It learnt from { $learnt ->
        [one] { $learnt } case
       *[other] { $learnt } cases
    } labelled by people{ $left ->
        [0] {""}
       *[other] ; { $left } more were kept as exam questions, or were too much like one
    }. Both models answered the same questions (present → new, margins in brackets):
training-frozen = <b>Kept-back questions</b>: { $rows }, new to both models
training-recent = <b>Last month’s labels by people</b>: { $rows }
training-figure = { $name }: { $before } → { $after }
figure-strict = right among the eight domains
figure-acceptable = right or defensible
figure-nine-way = right, “other” included
figure-queue-precision = right when sent by itself
figure-queue-share = sent by itself
training-domains = <b>Right, by domain</b> (below 50 rows only a hint)
training-domain = { $domain }: { $before } → { $after } ({ $rows }){ $mark ->
        [worse] {" "}⚠️
       *[same] {""}
    }
training-worse = ⚠️ Worse than now in { $domains }, and not by chance. You will be asked once more before it takes over.
training-sure =
    <b>Really switch to { $model }?</b>
    It is worse than the present one in { $domains }: such requests would go astray more often.
training-adopted = Switched to { $model }; in force within seconds. If it does badly, /rollback returns to the old one.
training-discarded = Nothing was switched; { $model } stays.
training-stopped = The training was stopped; the model has not changed.
training-failed-interrupted = The program was started anew and the training broke off. The model has not changed; send /retrain again if you need it.
training-failed-disk = The training failed: the disk is full or can’t be written. { $detail } The model has not changed. Please have space made, then send /retrain again.
training-failed-memory = The training failed: not enough memory. The model has not changed.
training-failed-data = The training failed: something is wrong with the data. { $detail } The model has not changed.
training-failed-unknown = The training failed; the log has the reason. The model has not changed.
training-picture = { $model }: rows are what people said, columns what the model said.
training-picture-name = confusion matrix
button-training-stop = Stop
button-adopt = Use the new model
button-adopt-anyway = Use it all the same
button-keep = Keep the present one
models =
    <b>Model in use</b> { $model }
    Cases labelled by people: { $labels }, { $new ->
        [0] all of them learnt.
       *[other] { $new } of them not learnt yet. /retrain lets the model learn.
    }
model-loading = Switching; at this moment { $loaded } is still in use.
model-line = { $now ->
        [yes] ▶
       *[no] ·
    } { $model }{ $right ->
        [none] {" "}(came with the program)
       *[other] : { $right } of the questions right
    }
button-use-model = Use { $model }
model-rolled-back = Changed from { $old } to { $new }; in force within seconds.
model-unreadable = ⚠️ The model { $model } can’t be read; { $shipped }, which came with the program, takes its place. Reason: { $why }
label-head = <b>{ $number }</b>: which domain should lead? (labelled by you: { $done })
label-ask = Go by what is asked for, not by what is mentioned.
label-none = There is nothing to label now. You have labelled { $done }, thank you.
label-stopped = That’s it for now. You have labelled { $done }, thank you. When an administrator sends /retrain, the model learns from it.
button-label-skip = Can’t say, skip
button-label-stop = Enough for now
toast-model-adopted = Switched
toast-model-discarded = Nothing switched
toast-model-asked = Please confirm once more
toast-model-stopped = Stopped
refused-training-runs = A training is running already (since { $at }). Wait for it, or stop it first.
refused-nothing-new = There are no new labels since the model in use was made: it would come out the same. Cases sent on by dispatchers, transfers that were taken, and what is pressed under /label all count.
refused-no-older-model = There is no older model to return to: { $model } has been in use all along.
refused-no-such-model = There is no model called “{ $name }”. /model shows which there are.
command-retrain = Retrain the model
command-model = Model versions
command-rollback = Return to an older model
command-label = Label cases
