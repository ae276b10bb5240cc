"""What several tests share: invented cases, and running keepers."""
