"""What other formats' codebooks fix, as YAML that can be corrected."""
