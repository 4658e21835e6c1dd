"""Learns the weights that extraction and linking ship. Needs the ``train`` dependency group; never used at run time.

``python -m geonews.training CORPORA_FOLDER`` reads ``lgl.jsonl``, ``geowebnews.jsonl`` and ``relocar_train.jsonl``
there, writes the weight files beside the code that reads them, and prints held-out numbers: each corpus read by the
whole parser with weights learnt from the other. ``--dry`` writes nothing.
"""
