"""Pipelines of `tf.data`: what each makes is compared with the `element_spec`, the elements and the number of elements
of the real one."""

from __future__ import annotations

PRELUDE = """
import numpy as np
import tensorflow as tf

D = tf.data.Dataset
x = np.ones([10, 3], "float32")
y = np.arange(10, dtype="int64")
pairs = D.from_tensor_slices((x, y))
named = D.from_tensor_slices({"a": x, "b": y})
numbers = D.range(10)


def rows():
    for i in range(6):
        yield np.ones([3], "float32") * i, i


def uneven():
    for i in (1, 3, 2):
        yield np.ones([i], "float32")


def doubled(a, b):
    return a * 2.0, b


def through_python(a):
    made = tf.py_function(lambda one: one * 2.0, [a], tf.float32)
    made.set_shape([3])
    return made


SPEC = (tf.TensorSpec([3], tf.float32), tf.TensorSpec([], tf.int32))
"""

PIPELINES = {
    # made of tensors
    "slices": "D.from_tensor_slices(x)",
    "slices of a pair": "pairs",
    "slices of a dict": "named",
    "slices of lists": "D.from_tensor_slices(([[1, 2], [3, 4]], [0., 1.]))",
    "slices of a nested pair": "D.from_tensor_slices((x, (y, x)))",
    "slices of texts": "D.from_tensor_slices(['a', 'b'])",
    "slices of a list of lists": "D.from_tensor_slices([[1, 2, 3], [4, 5, 6]])",
    "slices of a tensor": "D.from_tensor_slices(tf.ones([4, 2, 2]))",
    "slices, pair in a list": "D.from_tensor_slices([x[:, 0], x[:, 1]])",
    "tensors": "D.from_tensors(x)",
    "tensors of a pair": "D.from_tensors((x, y))",
    "tensors repeated": "D.from_tensors(x).repeat(3)",
    "range": "D.range(7)",
    "range with a step": "D.range(2, 11, 3)",
    "range down": "D.range(5, 0, -2)",
    "range typed": "D.range(5, output_type=tf.int32)",
    "random": "D.random(seed=1).take(3)",
    # made by a function
    "generator by signature": "D.from_generator(rows, output_signature=SPEC)",
    "generator by types": "D.from_generator(rows, (tf.float32, tf.int32))",
    "generator by types and shapes": "D.from_generator(rows, (tf.float32, tf.int32), ([3], []))",
    "generator by TensorShape": "D.from_generator(rows, output_types=(tf.float32, tf.int32), "
                                "output_shapes=(tf.TensorShape([3]), tf.TensorShape([])))",
    "generator of one": "D.from_generator(uneven, output_signature=tf.TensorSpec([None], tf.float32))",
    "generator of one by type": "D.from_generator(uneven, tf.float32)",
    "generator with arguments": "D.from_generator(lambda n: iter(range(n)), args=[4], "
                                "output_signature=tf.TensorSpec([], tf.int32))",
    "generator batched": "D.from_generator(rows, output_signature=SPEC).batch(4)",
    "generator of a dict": "D.from_generator(lambda: iter([{'a': 1}]), "
                           "output_signature={'a': tf.TensorSpec([], tf.int32)})",
    # maps
    "map": "D.from_tensor_slices(x).map(lambda a: tf.expand_dims(a, 0))",
    "map of a pair": "pairs.map(lambda a, b: (a, tf.one_hot(b, 10)))",
    "map to one": "pairs.map(lambda a, b: a)",
    "map to a dict": "pairs.map(lambda a, b: {'a': a, 'b': b})",
    "map of a dict": "named.map(lambda one: (one['a'], one['b'] + 1))",
    "map by a function": "pairs.map(doubled, num_parallel_calls=tf.data.AUTOTUNE)",
    "map to a list": "numbers.map(lambda n: [n, n])",
    "map to a number": "numbers.map(lambda n: 1)",
    "map casts": "numbers.map(lambda n: tf.cast(n, tf.float32) / 10)",
    "map through Python": "D.from_tensor_slices(x).map(through_python)",
    "map of a py_function": "D.from_tensor_slices(x).map(lambda a: tf.py_function(lambda b: b, [a], tf.float32))",
    "map of a numpy_function": "numbers.map(lambda n: tf.numpy_function(lambda m: m, [n], tf.int64))",
    "map after batch": "pairs.batch(4).map(lambda a, b: (tf.reduce_sum(a, 1), b))",
    "batch after map": "pairs.map(lambda a, b: (tf.reduce_sum(a), b)).batch(4)",
    "map with ensure_shape": "D.from_generator(uneven, tf.float32).map(lambda a: tf.ensure_shape(a, [None]))",
    "map reads a shape": "D.from_tensor_slices(x).batch(5, True).map(lambda a: tf.shape(a)[1])",
    "map to nested pairs": "pairs.map(lambda a, b: ((a, a), b))",
    "map by position": "pairs.map(doubled, 2)",
    "map reshapes": "pairs.map(lambda a, b: (tf.reshape(a, [1, 3, 1]), b)).batch(2, drop_remainder=True)",
    # batches
    "batch that divides": "D.from_tensor_slices(x).batch(5)",
    "batch that does not": "D.from_tensor_slices(x).batch(4)",
    "batch of all": "D.from_tensor_slices(x).batch(20)",
    "batch without a remainder": "D.from_tensor_slices(x).batch(4, drop_remainder=True)",
    "batch twice": "D.from_tensor_slices(x).batch(2, True).batch(5, True)",
    "batch of a dict": "named.batch(3)",
    "batch and unbatch": "pairs.batch(4).unbatch()",
    "unbatch": "D.from_tensors((x, y)).unbatch()",
    "batch of one": "D.from_tensor_slices(x).batch(1)",
    "rebatch": "D.from_tensor_slices(x).batch(4).rebatch(5)",
    "rebatch dropping": "D.from_tensor_slices(x).batch(4).rebatch(3, drop_remainder=True)",
    "padded_batch": "D.from_generator(uneven, output_signature=tf.TensorSpec([None], tf.float32)).padded_batch(2)",
    "padded_batch to a shape": "D.from_generator(uneven, output_signature=tf.TensorSpec([None], tf.float32))"
                               ".padded_batch(2, padded_shapes=[5])",
    "padded_batch of a pair": "pairs.padded_batch(4, padded_shapes=([None], []))",
    "padded_batch of a pair to a shape": "pairs.padded_batch(5, ([6], []), drop_remainder=True)",
    "padded_batch of a dict": "named.padded_batch(5, padded_shapes={'a': [4], 'b': []})",
    "ragged_batch": "D.from_generator(uneven, output_signature=tf.TensorSpec([None], tf.float32)).ragged_batch(2)",
    "batch in parallel": "D.from_tensor_slices(x).batch(5, num_parallel_calls=2)",
    # the same elements
    "shuffle": "pairs.shuffle(10)",
    "repeat": "pairs.repeat(2)",
    "repeat for ever": "pairs.repeat().batch(4)",
    "prefetch": "pairs.batch(5).prefetch(tf.data.AUTOTUNE)",
    "cache": "pairs.cache()",
    "take": "pairs.take(4)",
    "take too many": "pairs.take(40)",
    "take all": "pairs.take(-1)",
    "skip": "pairs.skip(4)",
    "skip and batch": "pairs.skip(4).batch(3)",
    "filter": "numbers.filter(lambda n: n > 3)",
    "filter of a pair": "pairs.filter(lambda a, b: b % 2 == 0)",
    "shard": "pairs.shard(3, 0)",
    "shard evenly": "pairs.shard(2, 1)",
    "enumerate": "pairs.enumerate()",
    "enumerate of one": "D.from_tensor_slices(x).enumerate(start=5)",
    "take_while": "numbers.take_while(lambda n: n < 5)",
    "unique": "D.from_tensor_slices([1, 1, 2]).unique()",
    "options": "pairs.with_options(tf.data.Options())",
    "apply": "pairs.apply(lambda one: one.batch(2))",
    "ignore_errors": "pairs.ignore_errors()",
    "ignore_errors of old": "pairs.apply(tf.data.experimental.ignore_errors())",
    "assert_cardinality": "numbers.filter(lambda n: n >= 0).apply(tf.data.experimental.assert_cardinality(10))",
    "scan": "numbers.scan(tf.constant(0, tf.int64), lambda state, n: (state + n, tf.cast(state, tf.float32)))",
    "snapshot": "pairs.batch(2).map(lambda a, b: (a, b)).prefetch(1)",
    # several
    "zip": "D.zip((D.from_tensor_slices(x), numbers))",
    "zip of starred": "D.zip(D.from_tensor_slices(x), numbers)",
    "zip nested": "D.zip((D.zip((numbers, numbers)), D.from_tensor_slices(x)))",
    "zip of a dict": "D.zip({'a': numbers, 'b': pairs})",
    "zip of unlike lengths": "D.zip((D.range(3), numbers))",
    "concatenate": "pairs.concatenate(pairs)",
    "concatenate of unlike": "pairs.batch(4, True).concatenate(pairs.batch(2, True))",
    "sample_from_datasets": "D.sample_from_datasets([numbers, D.range(5)], weights=[0.5, 0.5], seed=1)",
    "choose_from_datasets": "D.choose_from_datasets([numbers, D.range(5)], D.range(2))",
    "sample of old": "tf.data.experimental.sample_from_datasets([pairs, pairs])",
    "choose of old": "tf.data.experimental.choose_from_datasets([numbers, numbers], D.range(2))",
    "interleave": "D.range(3).interleave(lambda n: D.from_tensor_slices(x), cycle_length=2)",
    "interleave in parallel": "D.range(3).interleave(lambda n: D.from_tensors(n).repeat(2), 2, num_parallel_calls=2)",
    "flat_map": "pairs.flat_map(lambda a, b: D.from_tensor_slices(a))",
    "flat_map batches": "pairs.batch(5).flat_map(lambda a, b: D.from_tensor_slices((a, b)))",
    # windows
    "window": "numbers.window(4, drop_remainder=True).flat_map(lambda w: w.batch(4))",
    "window, dropping": "numbers.window(4, shift=1, drop_remainder=True).flat_map(lambda w: w.batch(4, True))",
    "window with the rest": "numbers.window(4).flat_map(lambda w: w.batch(4))",
    "window to pairs": "numbers.window(5, shift=1, drop_remainder=True).flat_map(lambda w: w.batch(5))"
                       ".map(lambda w: (w[:-1], w[-1:]))",
    "window to pairs, batched": "numbers.window(5, shift=1, drop_remainder=True).flat_map(lambda w: w.batch(5, True))"
                                ".map(lambda w: (w[:-1], w[-1])).batch(2, drop_remainder=True)",
    "window of pairs": "pairs.window(2, drop_remainder=True).flat_map(lambda a, b: D.zip((a.batch(2), b.batch(2))))",
    # groups
    "group_by_window": "numbers.group_by_window(lambda n: n % 2, lambda key, group: group.batch(3), window_size=3)",
    "group_by_window of old": "numbers.apply(tf.data.experimental.group_by_window(lambda n: n % 2, "
                              "lambda key, group: group.batch(3), window_size=3))",
    "bucket_by_sequence_length": "D.from_generator(uneven, output_signature=tf.TensorSpec([None], tf.float32))"
                                 ".bucket_by_sequence_length(lambda a: tf.shape(a)[0], [2], [2, 2])",
    "bucket of old": "D.from_generator(uneven, output_signature=tf.TensorSpec([None], tf.float32))"
                     ".apply(tf.data.experimental.bucket_by_sequence_length(lambda a: tf.shape(a)[0], [2], [2, 2]))",
    "map_and_batch": "pairs.apply(tf.data.experimental.map_and_batch(doubled, 5))",
    "shuffle_and_repeat": "pairs.apply(tf.data.experimental.shuffle_and_repeat(10, 2))",
    "unbatch of old": "pairs.batch(5).apply(tf.data.experimental.unbatch())",
    "dense_to_ragged_batch": "numbers.apply(tf.data.experimental.dense_to_ragged_batch(2))",
    "counter": "D.counter().take(4)",
    "counter of old": "tf.data.experimental.Counter().take(4)",
    "rejection_resample": "numbers.map(lambda n: n % 2).rejection_resample(lambda n: tf.cast(n, tf.int32), [0.5, 0.5])",
    # files
    "list_files": "D.list_files(FOLDER + '/*.txt')",
    "lines": "tf.data.TextLineDataset(FOLDER + '/a.txt')",
    "lines, batched": "tf.data.TextLineDataset([FOLDER + '/a.txt']).skip(1).batch(2)",
    "lines as numbers": "tf.data.TextLineDataset(FOLDER + '/t.csv').skip(1)"
                        ".map(lambda line: tf.io.decode_csv(line, [0., 0., 0]))",
    "records": "tf.data.TFRecordDataset(FOLDER + '/a.tfrecord')",
    "records, parsed": "tf.data.TFRecordDataset(FOLDER + '/a.tfrecord').map(lambda one: "
                       "tf.io.parse_single_example(one, {'a': tf.io.FixedLenFeature([2], tf.float32), "
                       "'b': tf.io.FixedLenFeature([], tf.int64)}))",
    "records, parsed in batches": "tf.data.TFRecordDataset(FOLDER + '/a.tfrecord').batch(2).map(lambda one: "
                                  "tf.io.parse_example(one, {'a': tf.io.FixedLenFeature([2], tf.float32)}))",
    "files interleaved": "D.list_files(FOLDER + '/a.txt').interleave(tf.data.TextLineDataset, cycle_length=2)",
    "files flat": "D.list_files(FOLDER + '/a.txt').flat_map(lambda f: tf.data.TextLineDataset(f).skip(1))",
    "fixed records": "tf.data.FixedLengthRecordDataset(FOLDER + '/a.txt', 3)",
    "csv": "tf.data.experimental.make_csv_dataset(FOLDER + '/t.csv', 2, label_name='c', num_epochs=1, shuffle=False)",
    "csv without labels": "tf.data.experimental.make_csv_dataset(FOLDER + '/t.csv', batch_size=3, num_epochs=1)",
    "csv by defaults": "tf.data.experimental.CsvDataset(FOLDER + '/t.csv', [0., 0., tf.int32], header=True)",
    "images": "D.list_files(FOLDER + '/*.png').map(lambda f: tf.io.decode_png(tf.io.read_file(f), channels=3))",
    "images resized": "D.list_files(FOLDER + '/*.png').map(lambda f: tf.image.resize(tf.io.decode_png("
                      "tf.io.read_file(f), channels=3), [8, 8])).batch(1)",
}  # fmt: skip
