import Domain
import Foundation
import Simulation
import Store
import TestKit
import Testing

@Suite("From a portfolio to settled debts, in virtual time")
struct WorldTests {
    @Test(
        "debtors are contacted, prove who they are, agree, pay, and are thanked once; the log alone gives the same state",
        arguments: Backend.shared)
    func wholeWay(_ backend: Backend) throws {
        try backend.withDatabase { database in
            let world = try WorldKit.world(on: database, people: 24, seed: 11)
            try world.run(until: WorldKit.start.adding(days: 2))
            let failures = try database.read { try $0.rows("SELECT seq, kind, reason FROM entry_failure") }
            #expect(failures.isEmpty, "\(failures)")
            let settled = try database.read {
                try $0.integer("SELECT COUNT(*) FROM collection_case WHERE status = 'settled'")
            }
            #expect((settled ?? 0) > 0)
            try Checks.everything(database, world.town)
            let recorded = try database.read { try StateDigest.compute($0) }
            #expect(try WorldKit.replayedDigest(of: database) == recorded)
        }
    }

    @Test("the same seed gives the same state to the last byte; another seed another one")
    func determinism() throws {
        func digest(_ seed: UInt64) throws -> String {
            try Backend.sqliteInMemory.withDatabase { database in
                let world = try WorldKit.world(on: database, people: 8, seed: seed)
                try world.run(until: WorldKit.start.adding(hours: 10))
                return try database.read { try StateDigest.compute($0) }
            }
        }
        let first = try digest(3)
        #expect(try digest(3) == first)
        #expect(try digest(4) != first)
    }

    @Test(
        "crashes between claim, send and report: nobody gets anything twice, nothing is lost",
        arguments: [21, 22, 23] as [UInt64])
    func crashes(_ seed: UInt64) throws {
        try Backend.sqliteInMemory.withDatabase { database in
            var faults = World.Faults()
            faults.crashesAfterSendPermille = 60
            faults.crashesBeforeSendPermille = 60
            let world = try WorldKit.world(on: database, people: 16, seed: seed, crashes: faults)
            try world.run(until: WorldKit.start.adding(days: 1))
            try Checks.everything(database, world.town)
            // The faults did happen: some sends have been without an answer.
            let unknown = try database.read {
                try $0.integer("SELECT COUNT(*) FROM inbox WHERE kind = 'effect.finished' AND actor = 'delivery'") ?? 0
            }
            #expect(unknown > 0)
        }
    }

    @Test(
        "a stormy platform: duplicates, disorder, delays, refusals, answers that get lost",
        arguments: [31, 32] as [UInt64])
    func storm(_ seed: UInt64) throws {
        try Backend.sqliteInMemory.withDatabase { database in
            let world = try WorldKit.world(on: database, people: 16, seed: seed, cloud: .stormy)
            try world.run(until: WorldKit.start.adding(days: 1))
            try Checks.everything(database, world.town)
            let recorded = try database.read { try StateDigest.compute($0) }
            #expect(try WorldKit.replayedDigest(of: database) == recorded)
        }
    }
}
