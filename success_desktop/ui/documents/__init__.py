"""Official documents: what is printed and how, the forms, the editions of the plan, and the papers for a council."""
