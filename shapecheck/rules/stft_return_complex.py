from __future__ import annotations

from .base import Rule


class StftReturnComplex(Rule):
    """A Fourier transform of short windows is not told what to return.

    ## Why

    Older versions of PyTorch returned real and imaginary parts on an axis of their own. Today's refuse a call that
    does not say which of the two it expects.

    ## What to change

    `return_complex=True`, and `.abs()` for magnitudes.
    """

    code = "SHP320"
    bad = (
        """
        import torch

        torch.stft(torch.zeros(1000), 64)  # error: stft-return-complex
        """,
    )
    good = (
        """
        import torch

        torch.stft(torch.zeros(1000), 64, return_complex=True).abs()
        torch.stft(torch.zeros(1000), 64, return_complex=False)
        torch.stft(torch.zeros(1000, dtype=torch.complex64), 64, onesided=False)
        """,
    )
