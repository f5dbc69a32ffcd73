from __future__ import annotations

from .base import Rule


class DatasetSignature(Rule):
    """The elements of a data set or a tensor do not have the shape they are declared with.

    ## Why

    `set_shape` and the signature of a generator state a shape that TensorFlow cannot see by itself; a wrong one is
    refused when the tensor is known, or when the first element comes.

    ## What to change

    State the shape that the elements have, with None for what varies.
    """

    code = "SHP511"
    bad = (
        """
        import tensorflow as tf

        x = tf.zeros([2, 3])
        x.set_shape([2, 4])  # error: dataset-signature
        """,
        """
        import numpy as np
        import tensorflow as tf

        def rows():
            for i in range(6):
                yield np.ones((3, 2), "float32"), i

        signature = (tf.TensorSpec([3], tf.float32), tf.TensorSpec([], tf.int32))
        next(iter(tf.data.Dataset.from_generator(rows, output_signature=signature)))  # error: dataset-signature
        """,
        """
        import tensorflow as tf

        files = tf.data.Dataset.from_tensor_slices([b"a.png"])
        files.map(lambda file: tf.image.resize(tf.io.decode_image(file), [8, 8]))  # error: dataset-signature
        """,
    )
    good = (
        """
        import tensorflow as tf

        x = tf.zeros([2, 3])
        x.set_shape([None, 3])
        """,
        """
        import numpy as np
        import tensorflow as tf

        def rows():
            for i in range(6):
                yield np.ones(3), i

        signature = (tf.TensorSpec([3], tf.float32), tf.TensorSpec([], tf.int32))
        data = tf.data.Dataset.from_generator(rows, output_signature=signature)
        for row, number in data:
            print(row)
        """,
        """
        import tensorflow as tf

        def read(name):
            image = tf.io.decode_image(tf.io.read_file(name), expand_animations=False)
            return tf.image.resize(image, [8, 8])

        def told(name):
            image = tf.io.decode_image(tf.io.read_file(name))
            image.set_shape([None, None, 3])
            return tf.image.resize(image, [8, 8])

        images = tf.data.Dataset.from_tensor_slices(["a.png"]).map(read)
        others = tf.data.Dataset.from_tensor_slices(["a.png"]).map(told)
        """,
    )
