"""The names of `torchvision`: pictures, transforms, and known data sets."""
