// include/xuanren/engine/columns/pool.hpp
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace xuanren {

/// Threads that share one piece of work at a time 线程池: the caller's own and size - 1 others, which
/// sleep in between. What is done does not depend on how many there are.
class worker_pool {
public:
    /// Requires: size > 0.
    explicit worker_pool(std::size_t size) {
        for (std::size_t i = 1; i < size; ++i) threads_.emplace_back([this, i] { serve(i); });
    }
    worker_pool(const worker_pool&) = delete;
    worker_pool& operator=(const worker_pool&) = delete;
    ~worker_pool() {
        {
            const std::lock_guard lock(mutex_);
            is_over_ = true;
        }
        wake_.notify_all();
        for (std::thread& t : threads_) t.join();
    }

    [[nodiscard]] std::size_t size() const noexcept { return threads_.size() + 1; }

    /// Calls work(worker) once in each thread, and returns when all have returned.
    /// Requires: `work` throws nothing; one caller at a time.
    void run(const std::function<void(std::size_t)>& work) {
        if (threads_.empty()) return work(0);
        {
            const std::lock_guard lock(mutex_);
            work_ = &work;
            left_ = threads_.size();
            ++turn_;
        }
        wake_.notify_all();
        work(0);
        std::unique_lock lock(mutex_);
        done_.wait(lock, [this] { return left_ == 0; });
        work_ = nullptr;
    }

private:
    void serve(std::size_t worker) {
        std::size_t seen = 0;
        std::unique_lock lock(mutex_);
        for (;;) {
            wake_.wait(lock, [&] { return is_over_ || turn_ != seen; });
            if (is_over_) return;
            seen = turn_;
            const auto* work = work_;
            lock.unlock();
            (*work)(worker);
            lock.lock();
            if (--left_ == 0) done_.notify_one();
        }
    }

    std::mutex mutex_;
    std::condition_variable wake_, done_;
    const std::function<void(std::size_t)>* work_ = nullptr;
    std::size_t left_ = 0;
    std::size_t turn_ = 0;
    bool is_over_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace xuanren
