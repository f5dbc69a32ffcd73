"""`python -m shapecheck`."""

from .cli import main

if __name__ == "__main__":
    main()
