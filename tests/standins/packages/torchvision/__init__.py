"""A stand-in for torchvision: the few names that the seed programs use, with no download."""

from __future__ import annotations

from torchvision import datasets as datasets
from torchvision import transforms as transforms
