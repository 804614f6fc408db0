"""How what is said in recordings feels: read segment by segment, once all is heard."""
