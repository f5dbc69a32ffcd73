"""What training scripts use of pandas, at the level of rows and columns. Imports core, algebra and the tools for
declaring."""
