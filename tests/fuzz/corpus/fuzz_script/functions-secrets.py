import secrets
result = [len(secrets.token_hex(8)), len(secrets.token_bytes(5)), len(secrets.token_urlsafe(9)), secrets.randbelow(5) < 5, secrets.choice('a'), secrets.compare_digest('a', 'a')]
