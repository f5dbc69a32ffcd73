"""Whole programs for the parts of TensorFlow that are no ops: datasets, tapes, control flow, graphs and sessions.

Every tensor that a name holds at the end is compared with what the name holds when the real library runs the program.
"""

from __future__ import annotations

EAGER = {
    "slices": """
        x, y = np.ones([12, 3], 'float32'), np.zeros([12], 'int32')
        dataset = tf.data.Dataset.from_tensor_slices((x, y))
        a, b = next(iter(dataset))
        c, d = next(iter(dataset.batch(4)))
        e, f = next(iter(dataset.batch(5, drop_remainder=True)))
        g, h = next(iter(dataset.shuffle(5).repeat().batch(3).prefetch(1)))
        number = len(dataset.batch(5))
        rows = next(iter(dataset.batch(4).unbatch()))
        count = 0
        for step, (p, q) in enumerate(dataset.batch(6)):
            r = p * 2.0
    """,
    "maps": """
        dataset = tf.data.Dataset.from_tensor_slices((np.ones([8, 4, 4], 'float32'), np.zeros([8], 'int64')))
        dataset = dataset.map(lambda a, b: (tf.expand_dims(a, -1), tf.one_hot(b, 10)))
        a, b = next(iter(dataset.batch(8)))
        zipped = tf.data.Dataset.zip((dataset, tf.data.Dataset.range(8)))
        (c, d), e = next(iter(zipped))
        named = tf.data.Dataset.from_tensor_slices({'u': np.ones([4, 2]), 'v': [1, 2, 3, 4]})
        f = next(iter(named.map(lambda item: item['u'] * 2)))
        g = next(iter(tf.data.Dataset.from_tensors(np.ones([3, 2])).batch(1)))
        h = next(iter(tf.data.Dataset.range(10).window(5, drop_remainder=True).flat_map(lambda w: w.batch(5))))
        i = next(iter(tf.data.Dataset.range(9).take(4).skip(1).batch(3)))
        j, k = next(iter(tf.data.Dataset.range(6).enumerate()))
        m = next(iter(named.concatenate(named).map(lambda item: item['v']).batch(8)))
        n = next(tf.data.Dataset.range(6).batch(6).as_numpy_iterator())
    """,
    "generators": """
        def rows():
            yield np.ones([3], 'float32'), 1
        signature = (tf.TensorSpec(shape=(3,), dtype=tf.float32), tf.TensorSpec(shape=(), dtype=tf.int32))
        a, b = next(iter(tf.data.Dataset.from_generator(rows, output_signature=signature)))
        old = tf.data.Dataset.from_generator(rows, (tf.float32, tf.int32), (tf.TensorShape([3]), tf.TensorShape([])))
        c, d = next(iter(old.batch(1)))
    """,
    "tapes": """
        w, b = tf.Variable(tf.ones([3, 5])), tf.Variable(tf.zeros([5]))
        x = tf.ones([2, 3])
        with tf.GradientTape(persistent=True) as tape:
            y = tf.nn.relu(x @ w + b)
            loss = tf.reduce_mean(tf.square(y))
        a, c = tape.gradient(loss, [w, b])
        d = tape.gradient(loss, w)
        e = tape.gradient(loss, {'w': w, 'b': b})['b']
        w.assign_sub(0.1 * a)
        b.assign(c)
    """,
    "modules": """
        class Layer(tf.Module):
            def __init__(self, size):
                super().__init__()
                self.w = tf.Variable(tf.random.normal([3, size]))
                self.b = tf.Variable(tf.zeros([size]))
            @tf.function
            def __call__(self, x):
                return tf.matmul(x, self.w) + self.b
        layer = Layer(4)
        y = layer(tf.ones([2, 3]))
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(layer(tf.ones([2, 3])))
        gradients = [g.shape for g in tape.gradient(loss, [layer.w, layer.b])]
    """,
    "flow": """
        a = tf.cond(tf.constant(True), lambda: tf.ones([2, 3]), lambda: tf.zeros([2, 3]))
        b = tf.map_fn(lambda row: row * 2.0, tf.ones([5, 3]))
        c, d = tf.nest.map_structure(lambda t: t[0], (tf.ones([2, 3]), tf.ones([2, 5])))
        e = tf.nest.flatten({'b': tf.ones([2]), 'a': tf.ones([3])})
        i, f = tf.while_loop(lambda i, x: i < 3, lambda i, x: (i + 1, x * 2.0), (tf.constant(0), tf.ones([2, 3])))
    """,
    "folds": """
        a = tf.scan(lambda total, row: total + row, tf.ones([5, 3]))
        b = tf.scan(lambda total, row: total + tf.reduce_sum(row), tf.ones([5, 3]), initializer=0.0)
        c = tf.foldl(lambda total, row: total + row, tf.ones([5, 3]))
        d = tf.foldr(lambda total, row: total + tf.reduce_sum(row), tf.ones([5, 3]), initializer=0.0)
        e, f = tf.scan(lambda s, x: (s[0] + x, s[1]), tf.ones([5, 3]), initializer=(tf.zeros([3]), tf.zeros([2])))
        g = tf.vectorized_map(lambda row: tf.reduce_sum(row), tf.ones([5, 3]))
    """,
    "arrays": """
        array = tf.TensorArray(tf.float32, size=4)
        for i in range(4):
            array = array.write(i, tf.ones([2, 3]))
        a = array.stack()
        b = tf.transpose(array.stack(), [1, 0, 2])
        other = tf.TensorArray(tf.int32, size=0, dynamic_size=True, element_shape=[5])
        other = other.write(0, tf.zeros([5], tf.int32))
        c = other.read(0)
        third = tf.TensorArray(tf.float32, size=3, clear_after_read=False).unstack(tf.ones([3, 7]))
        d = third.read(1)
        e = third.size()
    """,
    "steps": """
        strategy = tf.distribute.get_strategy()
        with strategy.scope():
            w = tf.Variable(tf.ones([3, 1]))
        def step(x, y):
            with tf.GradientTape() as tape:
                loss = tf.reduce_mean(tf.square(x @ w - y))
            w.assign_sub(0.1 * tape.gradient(loss, w))
            return loss
        a = strategy.run(step, args=(tf.ones([4, 3]), tf.zeros([4, 1])))
        b = strategy.reduce(tf.distribute.ReduceOp.SUM, a, axis=None)
        structure = {'u': tf.ones([2]), 'v': (tf.ones([3]), tf.ones([4]))}
        packed = tf.nest.pack_sequence_as(structure, [tf.ones([5]), tf.ones([6]), tf.ones([7])])
        c, d = packed['u'], packed['v'][1]
    """,
    "told": """
        def doubled(a):
            made = tf.py_function(lambda one: one * 2.0, [a], tf.float32)
            made.set_shape([3])
            return made
        data = tf.data.Dataset.from_tensor_slices(np.ones([4, 3], 'float32')).map(doubled).batch(2)
        a = next(iter(data))
        sparse = tf.sparse.from_dense([[1.0, 0.0], [0.0, 2.0], [3.0, 0.0]])
        b = tf.sparse.sparse_dense_matmul(sparse, tf.ones([2, 5]))
        c = tf.sparse.to_dense(tf.sparse.transpose(sparse))
        table = tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(['a', 'b'], [1, 2]), -1)
        d = table.lookup(tf.constant(['a', 'c', 'b']))
    """,
    "shapes": """
        x = tf.ones([2, 3, 5])
        a, b, c = x.shape
        d = x.shape.as_list()
        e = x.shape[1:]
        f = tf.reshape(x, [tf.shape(x)[0], -1])
        h, w = tf.shape(x)[1], tf.shape(x)[2]
        g = tf.reshape(x, tf.stack([h * w, 2]))
        i = tf.reshape(x, tf.concat([tf.shape(x)[:1], [15]], 0))
        j = tf.zeros(x.shape[:-1] + [7])
        k = tf.reduce_prod(tf.shape(x)[1:])
        m = tf.reshape(x, [-1, k])
        n = x.get_shape().num_elements()
        o = tf.unstack(x, axis=1)
        p = tf.zeros(tf.shape(x))
        q = tf.tile(x, [1, tf.shape(x)[0], 1])
        r = len(x)
    """,
    "records": """
        example = tf.train.Example(features=tf.train.Features(feature={
            'a': tf.train.Feature(float_list=tf.train.FloatList(value=[1.0, 2.0])),
            'b': tf.train.Feature(int64_list=tf.train.Int64List(value=[3]))}))
        features = {'a': tf.io.FixedLenFeature([2], tf.float32), 'b': tf.io.FixedLenFeature([], tf.int64)}
        parsed = tf.io.parse_single_example(example.SerializeToString(), features)
        a, b = parsed['a'], parsed['b']
    """,
}

GRAPHS = {
    "regression": """
        x = tf.placeholder(tf.float32, [None, 3])
        y = tf.placeholder(tf.float32, [None, 1], name='y')
        w = tf.get_variable('w', [3, 1], initializer=tf.zeros_initializer())
        b = tf.Variable([0.0])
        prediction = tf.matmul(x, w) + b
        loss = tf.reduce_mean(tf.square(prediction - y))
        train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
        grads = tf.gradients(loss, [w, b])
        feed = {x: np.ones([4, 3]), y: np.ones([4, 1])}
        with tf.Session() as session:
            session.run(tf.global_variables_initializer())
            nothing, a = session.run([train, loss], feed_dict=feed)
            c = session.run(prediction, feed)
            d = session.run({'loss': loss, 'prediction': prediction}, feed)['prediction']
            e, f = session.run(grads, feed)
            g = prediction.eval({x: np.ones([7, 3])}, session)
            h = session.run([w, b])
    """,
    "clipped": """
        x = tf.placeholder(tf.float32, shape=(None, 4))
        labels = tf.placeholder(tf.int32, shape=(None,))
        w = tf.Variable(tf.truncated_normal([4, 3], stddev=0.1))
        logits = tf.matmul(x, w)
        loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
        optimizer = tf.train.AdamOptimizer()
        pairs = [(tf.clip_by_value(g, -1.0, 1.0), v) for g, v in optimizer.compute_gradients(loss, [w])]
        train = optimizer.apply_gradients(pairs)
        correct = tf.equal(tf.argmax(logits, 1), tf.cast(labels, tf.int64))
        accuracy = tf.reduce_mean(tf.to_float(correct))
        with tf.Session() as session:
            session.run(tf.global_variables_initializer())
            feed = {x: np.ones((6, 4)), labels: [0, 1, 2, 0, 1, 2]}
            session.run(train, feed_dict=feed)
            a, b = session.run((correct, accuracy), feed)
    """,
    "pictures": """
        x = tf.placeholder(tf.float32, [None, 784])
        pictures = tf.reshape(x, [-1, 28, 28, 1])
        with tf.variable_scope('first'):
            kernel = tf.get_variable('kernel', [5, 5, 1, 32])
            hidden = tf.nn.relu(tf.nn.conv2d(pictures, kernel, strides=[1, 1, 1, 1], padding='SAME'))
            pooled = tf.nn.max_pool(hidden, ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding='SAME')
        sizes = pooled.get_shape().as_list()
        flat = tf.reshape(pooled, [-1, sizes[1] * sizes[2] * sizes[3]])
        again = tf.reshape(pooled, [tf.shape(pooled)[0], -1])
        with tf.Session() as session:
            session.run(tf.global_variables_initializer())
            a, b = session.run([flat, again], {x: np.ones([2, 784])})
            width = flat.shape[1].value if hasattr(flat.shape[1], 'value') else flat.shape[1]
    """,
    "datasets": """
        dataset = tf.data.Dataset.from_tensor_slices(np.ones([6, 3], 'float32')).batch(6)
        element = tf.data.make_one_shot_iterator(dataset).get_next()
        with tf.Session() as session:
            a = session.run(element)
            b = session.run(element * 2.0 + tf.zeros([3])) if False else a
    """,
}
