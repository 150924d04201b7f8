"""Puts mentions together to facts.

`find.find_facts` is the main path, `proof.prove` the gate, `identity.fact_id` the name of each.
"""
