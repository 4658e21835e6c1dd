"""Learns the weights that extraction and linking ship. Needs the ``train`` dependency group; never used at run time.

``python -m geonews.training CORPORA_FOLDER`` reads ``lgl.jsonl``, ``geowebnews.jsonl`` and ``relocar_train.jsonl``
there, prints cross-validated numbers, and writes the weight files beside the code that reads them.
"""
