"""Printed plans as PDF: the Thai text layer, pages and tables, drawn on a canvas of reportlab."""
