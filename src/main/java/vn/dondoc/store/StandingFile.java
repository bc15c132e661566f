package vn.dondoc.store;

import java.time.Instant;

/** An earlier file whose entries all still count, no later entry having superseded one. */
public record StandingFile(long id, Outcome outcome, int acceptedRows, Instant recordedAt) {}
