"""The few views that ipywidgets lacks: each one Python class on anywidget, with a plain ES module and a style sheet.

A view gets its words and its state as traits, shows a move at once and saves it once; Python answers by changing
traits. A view may know nothing of models, texts or exercises.
"""
