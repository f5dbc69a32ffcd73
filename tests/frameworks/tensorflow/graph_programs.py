"""Graphs of TensorFlow 1: what is wrong in them is marked as `# error: rule` on the line that raises."""

PROGRAMS = {
    "shared cell": """
        import tensorflow.compat.v1 as tf
        X = tf.placeholder(tf.float32, [64, 10, 1])
        c = tf.nn.rnn_cell.BasicLSTMCell(512)
        m = tf.nn.rnn_cell.MultiRNNCell([c] * 3, state_is_tuple=True)
        o, s = tf.nn.dynamic_rnn(m, X, dtype=tf.float32)  # error: rnn-input-size-mismatch
    """,
    "shared cell GRU same width ok": """
        import tensorflow.compat.v1 as tf
        X = tf.placeholder(tf.float32, [64, 10, 16])
        c = tf.nn.rnn_cell.GRUCell(16)
        m = tf.nn.rnn_cell.MultiRNNCell([c for _ in range(3)])
        o, s = tf.nn.dynamic_rnn(m, X, dtype=tf.float32)
    """,
    "shared GRU different width": """
        import tensorflow.compat.v1 as tf
        X = tf.placeholder(tf.float32, [64, 10, 8])
        c = tf.nn.rnn_cell.GRUCell(16)
        m = tf.nn.rnn_cell.MultiRNNCell([c for _ in range(3)])
        o, s = tf.nn.dynamic_rnn(m, X, dtype=tf.float32)  # error: rnn-input-size-mismatch
    """,
    "shared LSTMCell": """
        import tensorflow.compat.v1 as tf
        X = tf.placeholder(tf.float32, [64, 10, 8])
        c = tf.nn.rnn_cell.LSTMCell(16)
        m = tf.nn.rnn_cell.MultiRNNCell([c]*2)
        o, s = tf.nn.dynamic_rnn(m, X, dtype=tf.float32)  # error: rnn-input-size-mismatch
    """,
    "shared through dropout wrapper": """
        import tensorflow.compat.v1 as tf
        X = tf.placeholder(tf.float32, [64, 10, 8])
        c = tf.nn.rnn_cell.LSTMCell(16)
        c = tf.nn.rnn_cell.DropoutWrapper(c, output_keep_prob=0.5)
        m = tf.nn.rnn_cell.MultiRNNCell([c]*2)
        o, s = tf.nn.dynamic_rnn(m, X, dtype=tf.float32)  # error: rnn-input-size-mismatch
    """,
    "residual": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 10, 83])
        cells = [tf.nn.rnn_cell.ResidualWrapper(tf.nn.rnn_cell.BasicLSTMCell(num_units=u)) for u in [128, 256]]
        cells = tf.nn.rnn_cell.MultiRNNCell(cells)
        a, b = tf.nn.dynamic_rnn(cell=cells, inputs=x, dtype=tf.float32)  # error: residual-shape-mismatch
    """,
    "initial state of wrong batch": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [32, 10, 83])
        c = tf.nn.rnn_cell.BasicLSTMCell(20)
        a, b = tf.nn.dynamic_rnn(c, x, initial_state=c.zero_state(16, tf.float32))  # error: rnn-hidden-shape-mismatch
    """,
    "initial state of wrong width": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [32, 10, 83])
        c = tf.nn.rnn_cell.GRUCell(20)
        s = tf.zeros([32, 30])
        a, b = tf.nn.dynamic_rnn(c, x, initial_state=s)  # error: rnn-hidden-shape-mismatch
    """,
    "no dtype no state": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [32, 10, 83])
        c = tf.nn.rnn_cell.GRUCell(20)
        a, b = tf.nn.dynamic_rnn(c, x)  # error: layer-input-rank
    """,
    "rank 2": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [32, 83])
        c = tf.nn.rnn_cell.GRUCell(20)
        a, b = tf.nn.dynamic_rnn(c, x, dtype=tf.float32)  # error: layer-input-rank
    """,
    "None depth": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [32, 10, None])
        c = tf.nn.rnn_cell.GRUCell(20)
        a, b = tf.nn.dynamic_rnn(c, x, dtype=tf.float32)  # error: undefined-input-size
    """,
    "static list output and state shapes": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 10, 8])
        c = tf.nn.rnn_cell.BasicLSTMCell(20)
        o, s = tf.nn.static_rnn(c, tf.unstack(x, 10, 1), dtype=tf.float32)
        w = tf.Variable(tf.ones([30, 5]))
        y = tf.matmul(o[-1], w)  # error: matmul-shape-mismatch
    """,
    "static rnn tensor instead of list": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 10, 8])
        c = tf.nn.rnn_cell.BasicLSTMCell(20)
        o, s = tf.nn.static_rnn(c, x, dtype=tf.float32)  # error: layer-input-rank
    """,
    "state h matmul": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 10, 8])
        c = tf.nn.rnn_cell.LSTMCell(20)
        o, s = tf.nn.dynamic_rnn(c, x, dtype=tf.float32)
        w = tf.Variable(tf.ones([30, 5]))
        y = tf.matmul(s.h, w)  # error: matmul-shape-mismatch
    """,
    "state tuple index matmul": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 10, 8])
        c = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.LSTMCell(n) for n in (20, 30)])
        o, s = tf.nn.dynamic_rnn(c, x, dtype=tf.float32)
        w = tf.Variable(tf.ones([20, 5]))
        y = tf.matmul(s[-1].h, w)  # error: matmul-shape-mismatch
    """,
    "transposed last": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 10, 8])
        c = tf.nn.rnn_cell.LSTMCell(20)
        o, s = tf.nn.dynamic_rnn(c, x, dtype=tf.float32)
        o = tf.transpose(o, [1, 0, 2])
        last = tf.gather(o, int(o.get_shape()[0]) - 1)
        w = tf.Variable(tf.ones([24, 5]))
        y = tf.matmul(last, w)  # error: matmul-shape-mismatch
    """,
    "bidirectional concat": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 10, 8])
        f, b = tf.nn.rnn_cell.LSTMCell(20), tf.nn.rnn_cell.LSTMCell(20)
        (of, ob), (sf, sb) = tf.nn.bidirectional_dynamic_rnn(f, b, x, dtype=tf.float32)
        o = tf.concat([of, ob], 2)
        w = tf.Variable(tf.ones([20, 5]))
        y = tf.matmul(tf.reshape(o, [-1, 20]), w)
        z = tf.matmul(o[:, -1], w)  # error: matmul-shape-mismatch
    """,
    "bidirectional state concat": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 10, 8])
        f, b = tf.nn.rnn_cell.LSTMCell(20), tf.nn.rnn_cell.LSTMCell(20)
        (of, ob), (sf, sb) = tf.nn.bidirectional_dynamic_rnn(f, b, x, dtype=tf.float32)
        o = tf.concat([sf.h, sb.h], 1)
        w = tf.Variable(tf.ones([20, 5]))
        z = tf.matmul(o, w)  # error: matmul-shape-mismatch
    """,
    "cell called by hand": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [32, 8])
        c = tf.nn.rnn_cell.LSTMCell(20)
        s = c.zero_state(32, tf.float32)
        o, s = c(x, s)
        w = tf.Variable(tf.ones([21, 5]))
        z = tf.matmul(o, w)  # error: matmul-shape-mismatch
    """,
    "cell called by hand, wrong state batch": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [32, 8])
        c = tf.nn.rnn_cell.LSTMCell(20)
        s = c.zero_state(31, tf.float32)
        o, s = c(x, s)  # error: rnn-hidden-shape-mismatch
    """,
    "cell called twice with other widths": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [32, 8])
        c = tf.nn.rnn_cell.BasicRNNCell(20)
        s = c.zero_state(32, tf.float32)
        o, s = c(x, s)
        o, s = c(o, s)  # error: rnn-input-size-mismatch
    """,
    "int inputs": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.int32, [32, 10, 8])
        c = tf.nn.rnn_cell.BasicLSTMCell(20)
        o, s = tf.nn.dynamic_rnn(c, x, dtype=tf.float32)  # error: tf-dtype-mix
    """,
    "float64 inputs dtype float32": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float64, [32, 10, 8])
        c = tf.nn.rnn_cell.BasicLSTMCell(20)
        o, s = tf.nn.dynamic_rnn(c, x, dtype=tf.float32)  # error: tf-dtype-mix
    """,
    "same cell twice in two rnns without scope": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [32, 10, 8])
        c = tf.nn.rnn_cell.BasicLSTMCell(20)
        o, s = tf.nn.dynamic_rnn(c, x, dtype=tf.float32)
        p, s = tf.nn.dynamic_rnn(c, o, dtype=tf.float32)  # error: rnn-input-size-mismatch
    """,
    "time major": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [10, 32, 8])
        c = tf.nn.rnn_cell.BasicLSTMCell(20)
        o, s = tf.nn.dynamic_rnn(c, x, dtype=tf.float32, time_major=True)
        w = tf.Variable(tf.ones([20, 5]))
        z = tf.matmul(o[-1], w) + tf.zeros([31, 5])  # error: elementwise-shape-mismatch
    """,
    "sequence_length wrong": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [32, 10, 8])
        n = tf.placeholder(tf.int32, [31])
        c = tf.nn.rnn_cell.BasicLSTMCell(20)
        o, s = tf.nn.dynamic_rnn(c, x, n, dtype=tf.float32)  # error: elementwise-shape-mismatch
    """,
    "sequence_length rank 2": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 10, 8])
        n = tf.placeholder(tf.int32, [None, 1])
        c = tf.nn.rnn_cell.BasicLSTMCell(20)
        o, s = tf.nn.dynamic_rnn(c, x, n, dtype=tf.float32)  # error: layer-input-rank
    """,
    "OutputProjection": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 10, 8])
        c = tf.nn.rnn_cell.LSTMCell(20, num_proj=7)
        o, s = tf.nn.dynamic_rnn(c, x, dtype=tf.float32)
        y = tf.placeholder(tf.float32, [None, 10, 20])
        l = o - y  # error: elementwise-shape-mismatch
    """,
    "tf.losses mse rank": """
        import tensorflow.compat.v1 as tf
        y = tf.placeholder(tf.int32, [None])
        p = tf.layers.dense(tf.placeholder(tf.float32, [None, 4]), 1)
        l = tf.losses.mean_squared_error(y, p)  # error: target-width-mismatch
    """,
    "tf.losses mse kw": """
        import tensorflow.compat.v1 as tf
        y = tf.placeholder(tf.float32, [None])
        p = tf.layers.dense(tf.placeholder(tf.float32, [None, 4]), 1)
        l = tf.losses.mean_squared_error(labels=y, predictions=p)  # error: target-width-mismatch
    """,
    "abs diff": """
        import tensorflow.compat.v1 as tf
        y = tf.placeholder(tf.float32, [None])
        p = tf.layers.dense(tf.placeholder(tf.float32, [None, 4]), 1)
        l = tf.losses.absolute_difference(labels=y, predictions=p)  # error: target-width-mismatch
    """,
    "huber": """
        import tensorflow.compat.v1 as tf
        y = tf.placeholder(tf.float32, [None, 2])
        p = tf.layers.dense(tf.placeholder(tf.float32, [None, 4]), 1)
        l = tf.losses.huber_loss(y, p)  # error: target-width-mismatch
    """,
    "cosine": """
        import tensorflow.compat.v1 as tf
        y = tf.placeholder(tf.float32, [None, 2])
        p = tf.layers.dense(tf.placeholder(tf.float32, [None, 4]), 1)
        l = tf.losses.cosine_distance(y, p, axis=1)  # error: target-width-mismatch
    """,
    "weights wrong": """
        import tensorflow.compat.v1 as tf
        y = tf.placeholder(tf.float32, [32, 2])
        p = tf.layers.dense(tf.placeholder(tf.float32, [32, 4]), 2)
        l = tf.losses.mean_squared_error(y, p, weights=tf.ones([3]))  # error: elementwise-shape-mismatch
    """,
    "string labels softmax": """
        import tensorflow.compat.v1 as tf
        y = tf.placeholder(tf.string, [None, 3])
        p = tf.placeholder(tf.float32, [None, 3])
        with tf.Session() as s:
            feed = {p: [[1, 2, 3]], y: [['a', 'b', 'c']]}
            s.run(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=p), feed)  # error: string-labels
    """,
    "int labels softmax fine": """
        import tensorflow.compat.v1 as tf
        y = tf.placeholder(tf.int32, [None, 3])
        p = tf.placeholder(tf.float32, [None, 3])
        l = tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=p)
    """,
    "float labels sparse": """
        import tensorflow.compat.v1 as tf
        y = tf.placeholder(tf.float32, [None])
        p = tf.placeholder(tf.float32, [None, 3])
        l = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=p)  # error: tf-dtype-mix
    """,
    "column labels sparse": """
        import tensorflow.compat.v1 as tf
        y = tf.placeholder(tf.int32, [None, 1])
        p = tf.placeholder(tf.float32, [None, 3])
        l = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=p)  # error: sparse-ce-with-onehot-labels
    """,
    "int labels sigmoid": """
        import tensorflow.compat.v1 as tf
        y = tf.placeholder(tf.int32, [None, 1])
        p = tf.placeholder(tf.float32, [None, 1])
        l = tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=p)  # error: tf-dtype-mix
    """,
    "int labels minus float": """
        import tensorflow.compat.v1 as tf
        y = tf.placeholder(tf.int32, [None, 1])
        p = tf.placeholder(tf.float32, [None, 1])
        l = tf.reduce_mean(tf.square(p - y))  # error: tf-dtype-mix
    """,
    "while invariants": """
        import tensorflow.compat.v1 as tf
        tf.disable_v2_behavior()
        rows, i = tf.ones((1, 3)), tf.constant(0)
        def more(i, rows):
            return [i + 1, tf.concat([rows, rows], 0)]
        sizes = [i.get_shape(), tf.TensorShape([None])]
        tf.while_loop(lambda i, rows: i < 3, more, [i, rows], shape_invariants=sizes)  # error: loop-variable-shape
    """,
    "while shape changes without invariants": """
        import tensorflow.compat.v1 as tf
        tf.disable_v2_behavior()
        rows, i = tf.ones((1, 3)), tf.constant(0)
        def more(i, rows):
            return [i + 1, tf.concat([rows, rows], 0)]
        tf.while_loop(lambda i, rows: i < 3, more, [i, rows])  # error: loop-variable-shape
    """,
    "while returns other number": """
        import tensorflow.compat.v1 as tf
        tf.disable_v2_behavior()
        rows, i = tf.ones((1, 3)), tf.constant(0)
        def more(i, rows):
            return [i + 1, tf.concat([rows, rows], 0)]
        tf.while_loop(lambda i, rows: i < 3, lambda i, rows: [i + 1], [i, rows])  # error: loop-variable-shape
    """,
    "while ok": """
        import tensorflow.compat.v1 as tf
        tf.disable_v2_behavior()
        rows, i = tf.ones((1, 3)), tf.constant(0)
        def more(i, rows):
            return [i + 1, tf.concat([rows, rows], 0)]
        sizes = [i.get_shape(), tf.TensorShape([None, 3])]
        tf.while_loop(lambda i, rows: i < 3, more, [i, rows], shape_invariants=sizes)
    """,
    "sets": """
        import tensorflow.compat.v1 as tf
        r = tf.sets.intersection(tf.constant([1, 2, 3]), tf.constant([2, 3]))  # error: layer-input-rank
    """,
    "sets batch": """
        import tensorflow.compat.v1 as tf
        r = tf.sets.difference(tf.constant([[1]]), tf.constant([[2], [3]]))  # error: elementwise-shape-mismatch
        with tf.Session() as s:
            s.run(r)
    """,
    "variable of unknown shape": """
        import tensorflow.compat.v1 as tf
        tf.disable_v2_behavior()
        i = tf.placeholder(tf.float32)
        v = tf.Variable(tf.random_uniform((100, 300), -i, i), dtype=tf.float32)  # error: undefined-input-size
    """,
    "variable of None shape": """
        import tensorflow.compat.v1 as tf
        tf.disable_v2_behavior()
        x = tf.placeholder(tf.float32, [None, 3])
        v = tf.Variable(tf.zeros([tf.shape(x)[0], 3]))  # error: undefined-input-size
    """,
    "get_variable of None shape": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, None])
        v = tf.get_variable('v', [x.get_shape()[1], 3])  # error: undefined-input-size
    """,
    "dense None last": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, None])
        v = tf.layers.dense(x, 3)  # error: undefined-input-size
    """,
    "flatten None dense": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, None, 3])
        v = tf.layers.dense(tf.layers.flatten(x), 3)  # error: undefined-input-size
    """,
    "dense unknown rank": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32)
        v = tf.layers.dense(x, 3)  # error: undefined-input-size
    """,
    "conv unknown rank": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32)
        v = tf.layers.conv2d(x, 3, 3)  # error: undefined-input-size
    """,
    "conv2d_transpose sizes": """
        import tensorflow.compat.v1 as tf
        l = tf.constant(0.1, shape=[3, 32, 32, 4])
        w = tf.constant(0.1, shape=[7, 7, 128, 4])
        with tf.Session() as s:
            s.run(tf.nn.conv2d_transpose(l, w, [3, 8, 8, 128], [1, 2, 2, 1]))  # error: elementwise-shape-mismatch
    """,
    "conv2d_transpose channels of output": """
        import tensorflow.compat.v1 as tf
        l = tf.constant(0.1, shape=[3, 4, 4, 4])
        w = tf.constant(0.1, shape=[7, 7, 128, 4])
        with tf.Session() as s:
            s.run(tf.nn.conv2d_transpose(l, w, [3, 8, 8, 64], [1, 2, 2, 1]))  # error: elementwise-shape-mismatch
    """,
    "conv2d_transpose batch": """
        import tensorflow.compat.v1 as tf
        l = tf.constant(0.1, shape=[3, 4, 4, 4])
        w = tf.constant(0.1, shape=[7, 7, 128, 4])
        with tf.Session() as s:
            s.run(tf.nn.conv2d_transpose(l, w, [2, 8, 8, 128], [1, 2, 2, 1]))  # error: elementwise-shape-mismatch
    """,
    "conv2d_transpose odd ok": """
        import tensorflow.compat.v1 as tf
        l = tf.constant(0.1, shape=[3, 4, 4, 4])
        w = tf.constant(0.1, shape=[7, 7, 128, 4])
        with tf.Session() as s:
            s.run(tf.nn.conv2d_transpose(l, w, [3, 7, 7, 128], [1, 2, 2, 1]))
    """,
    "feed ragged": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 2])
        with tf.Session() as s:
            s.run(x * 2, {x: [[1, 2], [3]]})  # error: ragged-array
    """,
    "feed tensor": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 2])
        with tf.Session() as s:
            s.run(x * 2, {x: tf.ones([3, 2])})  # error: feed-of-tensor
    """,
    "feed scalar placeholder list": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [])
        with tf.Session() as s:
            s.run(x * 2, {x: [0.5]})  # error: feed-shape-mismatch
    """,
    "feed number to vector": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None])
        with tf.Session() as s:
            s.run(x * 2, {x: 0.5})  # error: feed-shape-mismatch
    """,
    "fed batches do not fit": """
        import tensorflow.compat.v1 as tf
        import numpy as np
        x = tf.placeholder(tf.float32, [None, 2])
        y = tf.placeholder(tf.float32, [None, 2])
        l = tf.reduce_mean(x - y)
        with tf.Session() as s:
            s.run(l, {x: np.ones([3, 2]), y: np.ones([4, 2])})  # error: elementwise-shape-mismatch
    """,
    "concat axis order 0.x": """
        import tensorflow.compat.v1 as tf
        a = tf.placeholder(tf.float32, [None, 3]); b = tf.placeholder(tf.float32, [None, 4])
        c = tf.concat(1, [a, b])  # error: tf-argument-order
    """,
    "argmax of what is fed": """
        import tensorflow.compat.v1 as tf
        import numpy as np
        y = tf.placeholder(tf.float32)
        l = tf.placeholder(tf.float32, [None, 10])
        c = tf.equal(tf.argmax(l, 1), tf.argmax(y, 1))
        with tf.Session() as s:
            s.run(c, feed_dict={l: np.zeros([4, 10]), y: np.zeros([4])})  # error: dim-out-of-range
    """,
    "unstack unknown": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 28, 28])
        a = tf.unstack(x, axis=0)  # error: undefined-input-size
    """,
    "assign of other shape": """
        import tensorflow.compat.v1 as tf
        v = tf.Variable(tf.zeros([3]))
        c = tf.assign(v, tf.zeros([4]))  # error: elementwise-shape-mismatch
    """,
    "pool too large": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 3, 3, 1])
        c = tf.layers.max_pooling2d(tf.layers.conv2d(x, 32, 3), 2, 2)  # error: conv-kernel-exceeds-input
    """,
    "conv valid negative": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 2, 2, 1])
        c = tf.nn.conv2d(x, tf.zeros([5, 5, 1, 4]), [1, 1, 1, 1], 'VALID')  # error: conv-kernel-exceeds-input
    """,
    "moments axis": """
        import tensorflow.compat.v1 as tf
        m, v = tf.nn.moments(tf.placeholder(tf.float32, [None, 5]), [0, 1, 2])  # error: dim-out-of-range
    """,
    "resize of rank 2": """
        import tensorflow.compat.v1 as tf
        i = tf.image.resize_images(tf.zeros([28, 28]), [10, 10])  # error: missing-channel-dim
    """,
    "metrics accuracy": """
        import tensorflow.compat.v1 as tf
        found = tf.argmax(tf.placeholder(tf.float32, [None, 10]), 1)
        tf.metrics.accuracy(tf.placeholder(tf.int64, [None, 10]), found)  # error: metric-label-encoding
    """,
    "nce labels rank": """
        import tensorflow.compat.v1 as tf
        labels = tf.placeholder(tf.int32, [32])
        weights, inputs = tf.zeros([100, 8]), tf.zeros([32, 8])
        tf.nn.nce_loss(weights, tf.zeros([100]), labels, inputs, 4, 100)  # error: layer-input-rank
    """,
    "in_top_k of floats": """
        import tensorflow.compat.v1 as tf
        scores, labels = tf.placeholder(tf.float32, [None, 10]), tf.placeholder(tf.float32, [None])
        tf.nn.in_top_k(scores, labels, 1)  # error: tf-dtype-mix
    """,
    "concat of scalars": """
        import tensorflow.compat.v1 as tf
        l = tf.concat([tf.constant(1.0), tf.constant(2.0)], 0)  # error: cat-rank-mismatch
    """,
    "right: set_shape": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, None])
        x.set_shape([None, 7])
        v = tf.layers.dense(x, 3)
    """,
    "right: reshape": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, None])
        x = tf.reshape(x, [-1, 7])
        v = tf.layers.dense(x, 3)
    """,
    "right: loops of batches": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, None, 8])
        c = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.LSTMCell(16) for _ in range(2)])
        s = c.zero_state(tf.shape(x)[0], tf.float32)
        o, s = tf.nn.dynamic_rnn(c, x, initial_state=s)
        o = tf.reshape(o, [-1, 16])
        y = tf.layers.dense(o, 3)
        v = tf.get_variable('w', [o.get_shape()[1], 4])
        z = tf.matmul(o, v)
    """,
    "right: decoder loop": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 5, 8])
        c = tf.nn.rnn_cell.GRUCell(16)
        s = c.zero_state(tf.shape(x)[0], tf.float32)
        outs = []
        for t in range(5):
            o, s = c(x[:, t], s)
            outs.append(o)
        y = tf.stack(outs, 1)
        z = tf.reduce_mean(y, 1) + tf.zeros([16])
    """,
    "right: state is not tuple": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 5, 8])
        c = tf.nn.rnn_cell.BasicLSTMCell(16, state_is_tuple=False)
        o, s = tf.nn.dynamic_rnn(c, x, initial_state=tf.zeros([3, 32]))
    """,
    "right: layers in function used twice": """
        import tensorflow.compat.v1 as tf
        def net(x, reuse):
            with tf.variable_scope('n', reuse=reuse):
                return tf.layers.dense(x, 1)
        a = net(tf.placeholder(tf.float32, [None, 4]), False)
        b = net(tf.placeholder(tf.float32, [None, 4]), True)
        loss = tf.losses.mean_squared_error(tf.zeros_like(a), a) + tf.losses.sigmoid_cross_entropy(tf.ones_like(b), b)
    """,
    "right: placeholder with default": """
        import tensorflow.compat.v1 as tf
        k = tf.placeholder_with_default(1.0, [])
        x = tf.placeholder(tf.float32, [None, 4])
        y = tf.nn.dropout(tf.layers.dense(x, 3), keep_prob=k)
    """,
    "right: conv to None sizes": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, None, None, 3])
        y = tf.layers.conv2d(x, 8, 3, strides=2, padding='same')
        y = tf.layers.max_pooling2d(y, 2, 2)
        y = tf.reduce_mean(y, [1, 2])
        z = tf.layers.dense(y, 3)
    """,
    "right: weights broadcast": """
        import tensorflow.compat.v1 as tf
        y = tf.placeholder(tf.float32, [None, 2]); w = tf.placeholder(tf.float32, [None, 1])
        p = tf.layers.dense(tf.placeholder(tf.float32, [None, 4]), 2)
        l = tf.losses.mean_squared_error(y, p, weights=w)
    """,
    "right: metrics column": """
        import tensorflow.compat.v1 as tf
        found = tf.argmax(tf.placeholder(tf.float32, [None, 10]), 1)
        m = tf.metrics.accuracy(tf.placeholder(tf.int64, [None, 1]), found)
    """,
    "right: split of axis tensor": """
        import tensorflow.compat.v1 as tf
        a = tf.concat([tf.zeros([2, 3]), tf.zeros([2, 4])], tf.constant(1))
        b = tf.split(tf.zeros([2, 4]), 2, tf.constant(1))
    """,
    "right: log of probabilities": """
        import tensorflow.compat.v1 as tf
        x = tf.placeholder(tf.float32, [None, 4])
        w = tf.Variable(tf.zeros([4, 3])); b = tf.Variable(tf.zeros([3]))
        y = tf.log(tf.nn.softmax(tf.matmul(x, w) + b) + 1e-10)
        z = tf.log(tf.clip_by_value(tf.matmul(x, w), 1e-10, 1.0))
        q = tf.log(tf.exp(tf.matmul(x, w)) + 1)
        r = tf.log(tf.reduce_sum(tf.matmul(x, w), 1))
    """,
    "right: while ok counts": """
        import tensorflow.compat.v1 as tf
        def more(i, s):
            return i + 1, s + tf.reduce_sum(tf.zeros([3]))
        i, s = tf.while_loop(lambda i, s: i < 10, more, [tf.constant(0), tf.constant(0.0)])
        j = tf.while_loop(lambda i: i < 10, lambda i: i + 1, [tf.constant(0)])
        k = tf.while_loop(lambda i: i < 10, lambda i: [i + 1], [tf.constant(0)])
    """,
}

GONE = {
    "estimator wrong labels": """
        import numpy as np
        import tensorflow as tf
        def model_fn(features, labels, mode, params):
            x = tf.layers.dense(features["x"], 10, activation=tf.nn.relu)
            logits = tf.layers.dense(x, 3)
            if mode == tf.estimator.ModeKeys.PREDICT:
                return tf.estimator.EstimatorSpec(mode, predictions={"c": tf.argmax(logits, 1)})
            loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)  # error: sparse-ce-with-onehot-labels
            return tf.estimator.EstimatorSpec(mode, loss=loss)
        est = tf.estimator.Estimator(model_fn=model_fn, params={})
        y = np.eye(3)[np.zeros(50, 'int32')]
        fn = tf.estimator.inputs.numpy_input_fn({"x": np.zeros([50, 4], "float32")}, y, shuffle=True)
        est.train(input_fn=fn, steps=10)
    """,
    "estimator right": """
        import numpy as np
        import tensorflow as tf
        def model_fn(features, labels, mode):
            x = tf.layers.dense(features["x"], 10, activation=tf.nn.relu)
            logits = tf.layers.dense(x, 3)
            if mode == tf.estimator.ModeKeys.PREDICT:
                return tf.estimator.EstimatorSpec(mode, predictions={"c": tf.argmax(logits, 1)})
            loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
            return tf.estimator.EstimatorSpec(mode, loss=loss)
        est = tf.estimator.Estimator(model_fn)
        y = np.zeros(50, 'int32')
        fn = tf.estimator.inputs.numpy_input_fn({"x": np.zeros([50, 4], "float32")}, y, shuffle=True)
        est.train(fn, steps=10)
        est.evaluate(fn)
        est.predict(fn)
    """,
    "estimator count": """
        import numpy as np
        import tensorflow as tf
        def model_fn(features, labels, mode):
            logits = tf.layers.dense(features["x"], 3)
            return tf.estimator.EstimatorSpec(mode, loss=tf.reduce_sum(logits))
        est = tf.estimator.Estimator(model_fn)
        y = np.zeros(40, 'int32')
        fn = tf.estimator.inputs.numpy_input_fn({"x": np.zeros([50, 4], "float32")}, y, shuffle=True)
        est.train(fn, steps=10)  # error: sample-count-mismatch
    """,
    "estimator dataset rank": """
        import numpy as np
        import tensorflow as tf
        def model_fn(features, labels, mode):
            logits = tf.layers.conv2d(features, 3, 3)  # error: missing-channel-dim
            return tf.estimator.EstimatorSpec(mode, loss=tf.reduce_sum(logits))
        def input_fn():
            arrays = np.zeros([50, 28, 28], 'float32'), np.zeros([50], 'int32')
            return tf.data.Dataset.from_tensor_slices(arrays).batch(10)
        est = tf.estimator.Estimator(model_fn)
        est.train(input_fn)
    """,
    "slim conv": """
        import tensorflow as tf
        slim = tf.contrib.slim
        x = tf.placeholder(tf.float32, [None, 28, 28, 1])
        n = slim.conv2d(x, 32, [5, 5])
        n = slim.max_pool2d(n, [2, 2])
        n = slim.flatten(n)
        w = tf.Variable(tf.zeros([7 * 7 * 32, 10]))
        y = tf.matmul(n, w)  # error: matmul-shape-mismatch
    """,
    "slim conv scoped": """
        import tensorflow as tf
        slim = tf.contrib.slim
        x = tf.placeholder(tf.float32, [None, 28, 28, 1])
        with slim.arg_scope([slim.conv2d], padding='VALID'):
            n = slim.conv2d(x, 32, [5, 5])
            n = slim.max_pool2d(n, [2, 2])
            n = slim.flatten(n)
            w = tf.Variable(tf.zeros([7 * 7 * 32, 10]))
            y = tf.matmul(n, w)
    """,
    "contrib layers conv of rank 2": """
        import tensorflow as tf
        from tensorflow.contrib import layers
        x = tf.placeholder(tf.float32, [None, 784])
        n = layers.conv2d(x, 32, 5)  # error: layer-input-rank
    """,
    "contrib layers convolution2d ok": """
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [None, 28, 28, 1])
        n = tf.contrib.layers.convolution2d(x, 32, [5, 5], stride=2, padding='SAME')
        n = tf.contrib.layers.flatten(n)
        w = tf.Variable(tf.zeros([14 * 14 * 32, 10]))
        y = tf.matmul(n, w)
    """,
    "fully connected labels": """
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [None, 784])
        y = tf.placeholder(tf.float32, [None, 10])
        n = tf.contrib.layers.fully_connected(x, 11, activation_fn=None)
        tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=n)  # error: num-classes-mismatch
    """,
    "one hot encoding": """
        import tensorflow as tf
        x = tf.placeholder(tf.int32, [None])
        y = tf.contrib.layers.one_hot_encoding(x, 10)
        tf.losses.softmax_cross_entropy(y, tf.zeros([4, 11]))  # error: num-classes-mismatch
    """,
}
"""What TensorFlow has dropped: nothing runs it today."""
