from __future__ import annotations

from .base import Rule


class NormalizeChannelMismatch(Rule):
    """A normalization for colour images is used on grey ones.

    ## Why

    One mean and one deviation stand for each channel.

    ## What to change

    `transforms.Normalize((0.5,), (0.5,))` for grey images.
    """

    code = "SHP505"
    bad = (
        """
        from torchvision import datasets, transforms

        transform = transforms.Compose(
            [transforms.ToTensor(), transforms.Normalize((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))]
        )
        data = datasets.MNIST("data", download=True, transform=transform)
        image, label = data[0]  # error: normalize-channel-mismatch
        """,
    )
    good = (
        """
        from torchvision import datasets, transforms

        transform = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.5,), (0.5,))])
        data = datasets.MNIST("data", download=True, transform=transform)
        image, label = data[0]
        """,
    )
