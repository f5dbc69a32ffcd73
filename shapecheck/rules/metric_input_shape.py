from __future__ import annotations

from .base import Rule


class MetricInputShape(Rule):
    """A metric gets predictions and targets that do not belong together.

    ## Why

    Metrics of several classes take scores [batch, classes] or classes [batch], and targets [batch]; those of two
    classes, of labels and of numbers take predictions and targets of one shape. They refuse anything else.

    ## What to change

    `preds.squeeze(1)`, `target.squeeze(1)`; or the number of classes that the model has.
    """

    code = "SHP623"
    bad = (
        """
        import torch
        import torchmetrics
        from torch import nn

        accuracy = torchmetrics.Accuracy(task="multiclass", num_classes=5)
        accuracy(nn.Linear(4, 3)(torch.zeros(8, 4)), torch.zeros(8, dtype=torch.long))  # error: metric-input-shape
        """,
        """
        import torch
        from torch import nn
        from torchmetrics.classification import BinaryAccuracy

        accuracy = BinaryAccuracy()
        accuracy.update(nn.Linear(4, 1)(torch.zeros(8, 4)), torch.zeros(8))  # error: metric-input-shape
        """,
    )
    good = (
        """
        import torch
        from torch import nn
        from torchmetrics import Accuracy, F1Score, MeanSquaredError, MetricCollection
        from torchmetrics.classification import MulticlassAccuracy, MultilabelF1Score

        out, labels = nn.Linear(4, 3)(torch.zeros(8, 4)), torch.zeros(8, dtype=torch.long)
        f1 = F1Score(task="multiclass", num_classes=3, average=None)
        both = MetricCollection({"accuracy": Accuracy(task="multiclass", num_classes=3), "f1": f1})
        both(out, labels)
        both.update(out.argmax(1), labels)
        MulticlassAccuracy(5, ignore_index=0)(torch.zeros(2, 5, 6, 6), torch.zeros(2, 6, 6, dtype=torch.long))
        MultilabelF1Score(num_labels=3)(out, torch.zeros(8, 3, dtype=torch.long))
        MeanSquaredError()(out[:, 0], torch.zeros(8))
        """,
    )
