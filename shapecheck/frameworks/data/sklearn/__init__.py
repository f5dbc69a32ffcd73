"""What training scripts use of scikit-learn. Imports core, algebra and the tools for declaring."""
